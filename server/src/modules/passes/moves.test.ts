import { consumePass, lendPass, returnPass } from '@corefans/chain/actions/lend-pass.ts'
import { transferPass } from '@corefans/chain/actions/transfer-pass.ts'
import { TIER_FLAGS } from '@corefans/chain/pass-id.ts'
import { getTransactionCount } from 'viem/actions'
import { expect, test } from 'vitest'
import { reading } from '../../demo/chain.ts'
import { Bazaar, problemWith, type Trader } from '../../testing/market-fixture.ts'
import type { Person } from '../../testing/person.ts'
import { aTier, buy, settle } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
const { aTrader, aSale, nowS, signedAsk } = new Bazaar(world)

async function aSecret(creator: Person) {
  const { id } = await creator.must('POST /api/posts', { text: 'secret', audience: { anyOf: [[{ kind: 'pass' }]] } })
  return async ({ person }: Trader) => !(await person.must('GET /api/posts/:postId', { postId: id })).locked
}
const heldBy = async ({ person }: Trader) => (await person.must('GET /api/me/passes')).items
const notesTo = async ({ person }: Trader) =>
  (await person.must('GET /api/notifications', { tab: 'passes' })).items.map(({ text, excerpt }) => [text, excerpt])

test('M21 a lent pass opens for its borrower at once and for its owner again at the end, by the clock alone; meanwhile nobody can sell it', async () => {
  const { creator, seller: lender, id, which } = await aSale()
  const isOpenTo = await aSecret(creator.person)
  const borrower = await aTrader()
  expect([await isOpenTo(lender), await isOpenTo(borrower)]).toEqual([true, false])
  const untilS = (await nowS()) + 600n
  await settle(world(), await lendPass(lender.wallet, { ...which, to: borrower.wallet.account.address, untilS }))
  expect([await isOpenTo(lender), await isOpenTo(borrower)]).toEqual([false, true])
  const loan = { until: new Date(Number(untilS) * 1_000).toISOString() }
  expect(await heldBy(lender)).toMatchObject([{ isMine: true, loan: { ...loan, other: { handle: borrower.person.handle } } }])
  expect(await heldBy(borrower)).toMatchObject([{ isMine: false, loan: { ...loan, other: { handle: lender.person.handle } } }])
  const shelf = async ({ person }: Trader) =>
    (await person.must('GET /api/profiles/:handle/passes', { handle: creator.person.handle })).items[0]?.viewer.holds
  expect([await shelf(lender), await shelf(borrower)]).toEqual([false, true])

  const to = (await aTrader()).wallet.account.address
  expect(await problemWith(transferPass(borrower.wallet, { ...which, to }))).toBe('passes/not-owner')
  expect(await problemWith(transferPass(lender.wallet, { ...which, to }))).toBe('passes/lent')
  expect(await lender.person.call('POST /api/market/listings', await signedAsk(lender, which))).toMatchObject({ body: { why: 'lent' } })

  const count = (who: Trader) => getTransactionCount(reading(world().rpcUrl), { address: who.wallet.account.address })
  const before = [await count(lender), await count(borrower), await count(creator)]
  const socket = await lender.person.socket()
  await socket.join(`account:${lender.person.id}`)
  await world().visitor.must('POST /api/demo/clock', { advanceMs: 601_000 })
  expect([await isOpenTo(lender), await isOpenTo(borrower)]).toEqual([true, false])
  await socket.heard((frame) => frame.type === 'event' && frame.event.type === 'access.changed' && frame.event.reason === 'returned')
  socket.close()
  expect([await count(lender), await count(borrower), await count(creator)]).toEqual(before)
  expect([await heldBy(borrower), (await heldBy(lender))[0]?.loan]).toEqual([[], null])
  await settle(world(), await transferPass(lender.wallet, { ...which, to }))
  expect(id).toBe(which.id)
})

test('M21 a borrower gives a pass back early', async () => {
  const { creator, seller: lender, which } = await aSale()
  const isOpenTo = await aSecret(creator.person)
  const borrower = await aTrader()
  const untilS = (await nowS()) + 600n
  await settle(world(), await lendPass(lender.wallet, { ...which, to: borrower.wallet.account.address, untilS }))
  expect(await problemWith(returnPass(lender.wallet, which))).toBe('passes/lent')
  await settle(world(), await returnPass(borrower.wallet, which))
  expect([await isOpenTo(lender), await isOpenTo(borrower)]).toEqual([true, false])
})

test('TOK-02 a pass for one use opens until its owner uses it; its creator hears of it', async () => {
  const [creator, fan] = [await aTrader(), await aTrader()]
  const tier = await aTier(world(), creator.wallet, { flags: TIER_FLAGS.consumable, durationS: 0 })
  const isOpenTo = await aSecret(creator.person)
  const id = await buy(world(), fan.wallet, tier)
  expect([await isOpenTo(fan), (await heldBy(fan))[0]]).toMatchObject([true, { active: true, consumed: false, tier: { consumable: true } }])
  await settle(world(), await consumePass(fan.wallet, { pass: tier.pass, id }))
  expect([await isOpenTo(fan), (await heldBy(fan))[0]]).toMatchObject([false, { active: false, consumed: true }])
  expect(await problemWith(consumePass(fan.wallet, { pass: tier.pass, id }))).toBe('passes/not-consumable')
  await world().settled()
  expect(await notesTo(creator)).toContainEqual(['used their pass “Tier 1”', null])
})

test('TOK-06 a word goes with a gift: its receiver reads it, as text, and nobody else; the next gift is without', async () => {
  const { seller: giver, which } = await aSale()
  const [friend, other] = [await aTrader(), await aTrader()]
  const note = '<img src=x onerror=alert(1)> for you 🎁'
  const say = ({ person }: Trader, to: Trader, words: string) =>
    person.call('PUT /api/me/passes/:collection/:tokenId/note', {
      ...{ collection: which.pass, tokenId: which.id.toString(), handle: to.person.handle, note: words },
    })
  expect(await say(other, friend, note)).toMatchObject({ status: 403, body: { type: '/problems/passes/not-yours' } })
  expect((await say(giver, friend, 'x'.repeat(281))).status).toBe(422)
  expect((await say(giver, friend, note)).status).toBe(200)
  const give = async (from: Trader, to: Trader) => {
    await settle(world(), await transferPass(from.wallet, { ...which, to: to.wallet.account.address }))
    await world().settled()
  }
  await give(giver, friend)
  expect((await notesTo(friend))[0]).toEqual([expect.stringContaining('sent you the pass'), note])
  for (const who of [giver, other]) expect(JSON.stringify(await notesTo(who))).not.toContain('onerror')
  const page = await world().visitor.get(`/api/market/passes/${which.pass}/${which.id}`)
  expect(page.body).not.toContain('onerror')
  const dayMs = 86_400_000 + 600_000
  for (const [from, to] of [
    [friend, giver],
    [giver, friend],
  ] as const) {
    await world().visitor.must('POST /api/demo/clock', { advanceMs: dayMs })
    await give(from, to)
    expect((await notesTo(to))[0]?.[1]).toBeNull()
  }
})
