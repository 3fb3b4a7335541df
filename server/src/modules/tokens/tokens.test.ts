import { personalTokenAbi } from '@corefans/chain/abi/personal-token.ts'
import { buyToken } from '@corefans/chain/actions/buy-token.ts'
import { claimTokenFees } from '@corefans/chain/actions/claim-token-fees.ts'
import { quoteBuyToken, quoteSellToken } from '@corefans/chain/actions/quote-token.ts'
import { revokeTerms } from '@corefans/chain/actions/revoke-terms.ts'
import { sellToken } from '@corefans/chain/actions/sell-token.ts'
import { transferToken } from '@corefans/chain/actions/transfer-token.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'
import { reserveOf } from '@corefans/chain/curve.ts'
import { problemOf } from '@corefans/chain/errors.ts'
import { getBalance, readContract } from 'viem/actions'
import { describe, expect, test } from 'vitest'
import { reading } from '../../demo/chain.ts'
import type { Person } from '../../testing/person.ts'
import { aToken, buyFirst, buyFor, factoryOf, never, promise, someTerms } from '../../testing/token.ts'
import { aWallet, core, settle } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
const supplyOf = (token: `0x${string}`) =>
  readContract(reading(world().rpcUrl), { address: token, abi: personalTokenAbi, functionName: 'totalSupply' })
const heldIn = (address: `0x${string}`) => getBalance(reading(world().rpcUrl), { address })
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'nothing',
    (error: unknown) => problemOf(error).code,
  )

async function someone(handle?: string): Promise<[Person, SigningClient]> {
  const person = await world().person(handle)
  return [person, await aWallet(world(), person)]
}
async function aTokenOf() {
  const [creator, wallet] = await someone()
  return { creator, wallet, token: await aToken(world(), wallet) }
}

describe('personal tokens', () => {
  test('TOK-01 a new fan has a token for a signature; the first purchase makes it, and everybody sees it within two seconds', async () => {
    const [newfan, wallet] = await someone('newfan')
    const [fan1, buyer] = await someone('tokfan1')
    expect(await fan1.must('GET /api/tokens/:handle', { handle: 'newfan' })).toMatchObject({ state: 'none', viewer: { mayBuy: false } })
    const promised = await promise(world(), newfan, wallet)
    expect(promised).toMatchObject({
      state: 'promised',
      terms: { symbol: 'NEWFAN' },
      supply: '0',
      viewer: { isOwner: true, mayBuy: false },
    })
    const socket = await newfan.socket()
    await socket.join(`profile:${newfan.id}`)
    const token = await buyFirst(world(), buyer, await fan1.must('GET /api/tokens/:handle', { handle: 'newfan' }), core)
    await socket.heard((frame) => frame.type === 'event' && frame.event.type === 'token.changed' && frame.event.reason === 'created')
    socket.close()
    const view = await fan1.must('GET /api/tokens/:handle', { handle: 'newfan' })
    expect(view).toMatchObject({ state: 'live', address: token.toLowerCase(), holders: 1, trades: 1 })
    expect(view.supply).toBe((await supplyOf(token)).toString())
    expect(view.viewer.balance).toBe(view.supply)
    const { items } = await world().visitor.must('GET /api/tokens/:handle/holders', { handle: 'newfan' })
    expect(items).toMatchObject([{ kind: 'person', person: { handle: 'tokfan1' }, amount: view.supply, shareBps: 10_000 }])
  })

  test('TOK-04 a price above the agreed one is refused by name, and no money moves', async () => {
    const { token } = await aTokenOf()
    const [, slow] = await someone()
    const [, fast] = await someone()
    const quote = await quoteBuyToken(slow, { token, valueWei: core })
    await buyFor(world(), fast, token, core)
    const before = await heldIn(slow.account.address)
    const agreed = { token, valueWei: core, minOut: quote?.out ?? 0n, deadlineS: never }
    expect(await codeOf(buyToken(slow, agreed))).toBe('tokens/price-moved')
    expect(await heldIn(slow.account.address)).toBe(before)
    const fresh = await quoteBuyToken(slow, { token, valueWei: core })
    await settle(world(), await buyToken(slow, { ...agreed, minOut: fresh?.out ?? 0n }))
  })

  test('TOK-05 tokens are sold to the curve for no less than agreed, and the book follows', async () => {
    const { token, creator } = await aTokenOf()
    const [fan, wallet] = await someone()
    await buyFor(world(), wallet, token, 2n * core)
    const amount = 50n * core
    const quote = await quoteSellToken(wallet, { token, amount })
    if (!quote) throw new Error('no quote')
    const before = await heldIn(wallet.account.address)
    expect(await codeOf(sellToken(wallet, { token, amount, minOutWei: quote.outWei + 1n, deadlineS: never }))).toBe('tokens/price-moved')
    await settle(world(), await sellToken(wallet, { token, amount, minOutWei: quote.outWei, deadlineS: never }))
    expect((await heldIn(wallet.account.address)) - before).toBe(quote.outWei)
    const { items } = await fan.must('GET /api/tokens/:handle/trades', { handle: creator.handle })
    expect(items.map(({ side, amountWei }) => [side, amountWei])).toEqual([
      ['sell', quote.outWei.toString()],
      ['buy', (2n * core).toString()],
    ])
    expect(items[0]?.trader.person?.handle).toBe(fan.handle)
  })

  test('TOK-08 three trades are three points of the chart, and the reserve shown is the contract’s', async () => {
    const { token, creator, wallet } = await aTokenOf()
    const [, fan] = await someone()
    for (const coins of [1n, 2n, 3n]) await buyFor(world(), fan, token, coins * core)
    await settle(world(), await claimTokenFees(wallet, { token }))
    const { handle } = creator
    const view = await world().visitor.must('GET /api/tokens/:handle', { handle })
    expect(view.sparkline).toHaveLength(3)
    expect(view.sparkline.at(-1)).toBe(view.priceWei)
    expect(view).toMatchObject({ reserveWei: (await heldIn(token)).toString(), owedWei: '0', trades: 3 })
    const { items } = await world().visitor.must('GET /api/tokens/:handle/candles', { handle, span: '1d' })
    expect(items).toMatchObject([{ trades: 3, close: view.priceWei, high: view.priceWei, volumeWei: (6n * core).toString() }])
    expect(items[0]?.open).toBe(view.sparkline[0])
  })

  test('a page of trades, holders and candles ends where the next begins; a foreign cursor is refused', async () => {
    const { token, creator, wallet } = await aTokenOf()
    const { handle } = creator
    // As text, 20 would stand between 1 and 3.
    for (const coins of [3n, 1n, 20n, 2n, 200n]) {
      const [, fan] = await someone()
      await buyFor(world(), fan, token, coins * core)
    }
    const { items } = await world().visitor.must('GET /api/tokens/:handle/holders', { handle })
    const amounts = items.map(({ amount }) => BigInt(amount))
    expect(amounts).toEqual([...amounts].sort((a, b) => (a > b ? -1 : 1)))
    await settle(world(), await transferToken(wallet, { token, to: wallet.account.address, amount: 0n }))
    for (const list of ['trades', 'holders'] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const at: { items: readonly object[]; nextCursor: string | null } = await world().visitor.must(`GET /api/tokens/:handle/${list}`, {
          handle,
          limit: 2,
          ...(cursor ? { cursor } : {}),
        })
        seen.push(...at.items.map((item) => JSON.stringify(item)))
        cursor = at.nextCursor ?? undefined
      } while (cursor)
      expect(new Set(seen).size).toBe(5)
      expect(seen).toHaveLength(5)
      expect((await world().visitor.call(`GET /api/tokens/:handle/${list}`, { handle, cursor: 'bm9wZQ' })).status).toBe(422)
    }
  })

  test('only terms that my own wallet signed, on terms the factory takes, open my token', async () => {
    const [fan, wallet] = await someone()
    const [other, others] = await someone()
    const refused = async (person: Person, client: SigningClient, over: object) => {
      const { signTokenTerms } = await import('@corefans/chain/actions/sign-token-terms.ts')
      const tokenFactory = world().host.chain.contracts.tokenFactory as `0x${string}`
      const { signature, validUntilS } = await signTokenTerms(client, { tokenFactory, terms: someTerms })
      const body = { wallet: client.account.address, terms: someTerms, validUntilS: validUntilS.toString(), signature, ...over }
      return (await person.call('PUT /api/me/token', body)).body
    }
    expect(await refused(fan, others, {})).toMatchObject({ type: '/problems/tokens/not-your-wallet' })
    expect(await refused(fan, wallet, { terms: { ...someTerms, creatorBps: 500 } })).toMatchObject({
      type: '/problems/tokens/signature-refused',
    })
    expect(await refused(fan, wallet, { validUntilS: '1' })).toMatchObject({ type: '/problems/tokens/signature-refused' })
    expect(await refused(fan, wallet, { terms: { ...someTerms, name: 'a\u202eb' } })).toMatchObject({
      type: '/problems/http/invalid-input',
    })
    await aToken(world(), others)
    expect(await refused(other, others, {})).toMatchObject({ type: '/problems/tokens/live' })
  })

  test('F2 terms go to people who are signed in, and end when their owner takes them back', async () => {
    const [fan, wallet] = await someone()
    const { handle } = fan
    await promise(world(), fan, wallet)
    const seen = async (person: Pick<Person, 'must'>) => person.must('GET /api/tokens/:handle', { handle })
    expect(await seen(world().visitor)).toMatchObject({ state: 'promised', signed: null, viewer: { mayBuy: true } })
    const [other] = await someone()
    expect((await seen(other)).signed).not.toBeNull()
    await settle(world(), await revokeTerms(wallet, { tokenFactory: factoryOf(world()) }))
    expect(await seen(other)).toMatchObject({ state: 'none', signed: null, viewer: { mayBuy: false } })
  })

  test('M04 what every contract holds is its reserve and what it owes, asked of the chain at the same block', async () => {
    const { items, totals, block } = await world().visitor.must('GET /api/solvency', { limit: 50 })
    expect(block).toBeGreaterThan(0)
    expect(items.length).toBe(totals.tokens)
    expect(items.length).toBeGreaterThan(3)
    for (const row of items) {
      expect(row.differenceWei).toBe('0')
      expect(row.balanceWei).toBe((await heldIn(row.address as `0x${string}`)).toString())
      expect(row.reserveWei).toBe(reserveOf(BigInt(row.supply), 1).toString())
      expect(BigInt(row.everyoneSellsWei)).toBeLessThanOrEqual(BigInt(row.reserveWei))
    }
    const sum = (key: 'reserveWei' | 'owedWei') => items.reduce((all, row) => all + BigInt(row[key]), 0n).toString()
    expect(totals).toMatchObject({ reserveWei: sum('reserveWei'), owedWei: sum('owedWei') })
  })
})
