import { claimFromLaunch, depositInLaunch, settleLaunch } from '@corefans/chain/actions/launch.ts'
import { tokenBalanceOf, tokenOf } from '@corefans/chain/actions/read-personal-token.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'
import { termsArg } from '@corefans/chain/token-terms.ts'
import { getBalance } from 'viem/actions'
import { describe, expect, test } from 'vitest'
import { reorg } from '../../testing/payments.ts'
import type { Person } from '../../testing/person.ts'
import { aLaunch, aToken, factoryOf, launchIsOver, promise, someTerms } from '../../testing/token.ts'
import { aWallet, core, settle } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
const sealed = termsArg(someTerms)
type At = Awaited<ReturnType<typeof aLaunch>>

async function someone(): Promise<[Person, SigningClient]> {
  const person = await world().person()
  return [person, await aWallet(world(), person)]
}
const putIn = async (wallet: SigningClient, at: At, valueWei: bigint) => settle(world(), await depositInLaunch(wallet, { ...at, valueWei }))
const view = (viewer: Person, handle: string) => viewer.must('GET /api/tokens/:handle', { handle })
const launchSeen = async (viewer: Person, handle: string) => {
  const { launch } = await view(viewer, handle)
  if (!launch) throw new Error('no launch is shown')
  return launch
}

describe('fair launches', () => {
  test('M03 a launch is followed from its opening to the last claim, and open pages move', async () => {
    const [creator, maker] = await someone()
    const [[fan, wallet], [other, others]] = [await someone(), await someone()]
    const { handle } = creator
    const socket = await fan.socket()
    await socket.join(`profile:${creator.id}`)
    const at = await aLaunch(world(), maker)
    await socket.heard((frame) => frame.type === 'event' && frame.event.type === 'launch.changed' && frame.event.reason === 'opened')
    expect(await view(fan, handle)).toMatchObject({ state: 'none', viewer: { mayBuy: false }, launch: { state: 'open', people: 0 } })
    await putIn(wallet, at, 3n * core)
    await putIn(wallet, at, 4n * core)
    await putIn(others, at, 5n * core)
    await socket.heard((frame) => frame.type === 'event' && frame.event.type === 'launch.changed' && frame.event.reason === 'deposited')
    const running = await launchSeen(fan, handle)
    expect(running).toMatchObject({
      depositedWei: String(12n * core),
      countedWei: String(10n * core),
      spentWei: String(10n * core),
      people: 2,
    })
    expect(running.mine).toMatchObject([
      { depositWei: String(7n * core), paidWei: String(5n * core), refundWei: String(2n * core), isClaimed: false },
    ])
    expect((await launchSeen(world().visitor, handle)).mine).toEqual([])

    await launchIsOver(world())
    await settle(world(), await settleLaunch(others, { ...at, sealed }))
    const ended = await launchSeen(fan, handle)
    expect(ended).toMatchObject({ state: 'settled', spentWei: String(10n * core), tokens: running.tokens, priceWei: running.priceWei })
    expect(ended.mine[0]?.tokens).toBe(running.mine[0]?.tokens)
    const before = await getBalance(wallet, wallet.account)
    await settle(world(), await claimFromLaunch(wallet, at))
    await socket.heard((frame) => frame.type === 'event' && frame.event.type === 'launch.changed' && frame.event.reason === 'claimed')
    socket.close()
    const [mine] = (await launchSeen(fan, handle)).mine
    expect(mine).toEqual({ ...ended.mine[0], isClaimed: true })
    expect(BigInt(mine?.refundWei ?? 0)).toBe((await getBalance(wallet, wallet.account)) - before)
    const token = await tokenOf(wallet, { tokenFactory: factoryOf(world()), creator: maker.account.address })
    expect(mine?.tokens).toBe((await tokenBalanceOf(wallet, { token, account: wallet.account.address })).toString())
    expect(await view(fan, handle)).toMatchObject({ state: 'live', viewer: { mayBuy: true, balance: mine?.tokens } })
    const { items } = await fan.must('GET /api/me/portfolio', {})
    expect(items).toMatchObject([{ kind: 'token', amount: mine?.tokens, money: [{ cost: mine?.paidWei }], creator: { handle } }])
    expect((await other.must('GET /api/me/portfolio', {})).items).toEqual([])
  })

  test('M03 while a launch runs nobody is offered a purchase before its end, and no terms are signed beside it', async () => {
    const [creator, maker] = await someone()
    await promise(world(), creator, maker)
    expect(await view(creator, creator.handle)).toMatchObject({ state: 'promised', viewer: { mayBuy: false } })
    const at = await aLaunch(world(), maker)
    expect(await view(creator, creator.handle)).toMatchObject({ state: 'none', signed: null, viewer: { mayBuy: false } })
    await expect(promise(world(), creator, maker)).rejects.toThrow('/problems/tokens/launching')
    await launchIsOver(world())
    await settle(world(), await settleLaunch(maker, { ...at, sealed }))
    expect(await view(creator, creator.handle)).toMatchObject({ state: 'none', launch: { state: 'failed', priceWei: null } })
    await promise(world(), creator, maker)
    expect(await view(creator, creator.handle)).toMatchObject({ state: 'promised' })
  })

  test('M03 a launch that failed owes every deposit whole, and a later one does not hide it', async () => {
    const [creator, maker] = await someone()
    const [fan, wallet] = await someone()
    const first = await aLaunch(world(), maker)
    const second = await aLaunch(world(), maker)
    await putIn(wallet, first, 9n * core)
    await putIn(wallet, second, core)
    expect((await launchSeen(fan, creator.handle)).id).toBe(first.id.toString())
    await aToken(world(), maker)
    await launchIsOver(world())
    for (const at of [first, second]) await settle(world(), await settleLaunch(wallet, { ...at, sealed }))
    const waiting = async () =>
      (await fan.must('GET /api/me/launches', { limit: 50 })).items.map(({ creator: of, launch }) => [of?.handle, launch.id])
    expect(await waiting()).toEqual([second, first].map(({ id }) => [creator.handle, id.toString()]))
    const page = { handle: creator.handle, limit: 1 }
    const newest = await fan.must('GET /api/tokens/:handle/launches', page)
    const oldest = await fan.must('GET /api/tokens/:handle/launches', { ...page, cursor: newest.nextCursor ?? '' })
    expect([newest, oldest].map(({ items }) => items[0])).toMatchObject([
      { id: second.id.toString(), state: 'failed', mine: [{ refundWei: String(core), paidWei: '0', tokens: '0' }] },
      { id: first.id.toString(), state: 'failed', mine: [{ refundWei: String(9n * core) }] },
    ])
    expect(oldest.nextCursor).toBeNull()
    expect((await fan.call('GET /api/tokens/:handle/launches', { ...page, cursor: 'bm9wZQ' })).status).toBe(422)
    expect((await fan.call('GET /api/tokens/:handle/launches', { handle: 'nobodyhere' })).body).toMatchObject({
      type: '/problems/profiles/unknown',
    })
    await settle(world(), await claimFromLaunch(wallet, first))
    expect(await waiting()).toEqual([[creator.handle, second.id.toString()]])
    expect((await creator.must('GET /api/me/launches', {})).items).toEqual([])
    expect((await world().visitor.call('GET /api/me/launches', {})).status).toBe(401)
    expect((await getBalance(wallet, wallet.account)) / core).toBe(999n)
  })

  test('M03 a reorg takes back a claim, a settling, a deposit and the launch itself, each as it was before', async () => {
    const [creator, maker] = await someone()
    const [fan, wallet] = await someone()
    // What was set by hand is in no block: put the money below the reorgs.
    for (let i = 0; i < 12; i++) await launchIsOver(world())
    const seen = async () => {
      const { launch } = await view(fan, creator.handle)
      return (
        launch && {
          state: launch.state,
          put: launch.depositedWei,
          mine: launch.mine.map(({ depositWei, isClaimed }) => [depositWei, isClaimed]),
        }
      )
    }
    const at = await aLaunch(world(), maker)
    await putIn(wallet, at, core)
    await putIn(wallet, at, 2n * core)
    await launchIsOver(world())
    await settle(world(), await settleLaunch(maker, { ...at, sealed }))
    await settle(world(), await claimFromLaunch(wallet, at))
    const [one, three] = [String(core), String(3n * core)]
    expect(await seen()).toEqual({ state: 'settled', put: three, mine: [[three, true]] })
    await reorg(world(), 1)
    expect(await seen()).toEqual({ state: 'settled', put: three, mine: [[three, false]] })
    await reorg(world(), 2)
    expect(await seen()).toEqual({ state: 'open', put: three, mine: [[three, false]] })
    expect((await view(fan, creator.handle)).state).toBe('none')
    await reorg(world(), 4)
    expect(await seen()).toEqual({ state: 'open', put: one, mine: [[one, false]] })
    await reorg(world(), 6)
    expect(await seen()).toBeNull()
    const [left] = await world().db.sql<{ n: number }>(`select count(*)::int as n from token_launch_deposits where launch_id = $1`, [
      at.id.toString(),
    ])
    expect(left?.n).toBe(0)
  })
})
