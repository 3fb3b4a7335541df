import { renewPass } from '@corefans/chain/actions/renew-pass.ts'
import { setTier } from '@corefans/chain/actions/set-tier.ts'
import { OPEN_SUPPLY, TIER_FLAGS } from '@corefans/chain/pass-id.ts'
import { graceFlag } from '@corefans/chain/tier-word.ts'
import { expect, test } from 'vitest'
import { contractOf, someDollars } from '../../testing/payments.ts'
import type { Person } from '../../testing/person.ts'
import { aTier, aWallet, buy, settle } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
const dollar = 1_000_000n
const testUsd = () => contractOf(world(), 'testUsd')
const tiersOf = async (creator: Person) =>
  (await world().visitor.must('GET /api/profiles/:handle/passes', { handle: creator.handle })).items

test('PAY-01 a pass priced in dollars shows dollars, opens what it gates, is renewed, and stands in the statement of both sides', async () => {
  const [creator, fan] = [await world().person(), await world().person()]
  const [maker, payer] = [await aWallet(world(), creator), await aWallet(world(), fan)]
  const tier = await aTier(world(), maker, { priceWei: 5n * dollar, payToken: testUsd() })
  const price = { amount: '5000000', asset: `31337:${testUsd().toLowerCase()}`, decimals: 6 }
  expect(await tiersOf(creator)).toMatchObject([{ price }])
  const post = await creator.must('POST /api/posts', { text: 'for holders', audience: { anyOf: [[{ kind: 'pass' }]] } })
  const seen = async () => fan.must('GET /api/posts/:postId', { postId: post.id })
  expect((await seen()).unlock?.tiers).toMatchObject([{ price }])
  await someDollars(world(), payer)
  const id = await buy(world(), payer, tier)
  expect((await seen()).text).toBe('for holders')
  await settle(world(), await renewPass(payer, { pass: tier.pass, id, periods: 1, totalWei: tier.priceWei, payToken: testUsd() }))
  const month = new Date().toISOString().slice(0, 7)
  const inDollars = async (person: Person) =>
    (await person.must('GET /api/me/statement', { month })).totals.filter(({ asset }) => asset === testUsd().toLowerCase())
  // Two prices went out; the creator's part is what the fee leaves.
  expect(await inDollars(fan)).toMatchObject([{ in: '0', out: '10000000' }])
  expect(await inDollars(creator)).toMatchObject([{ in: '9500000', out: '0' }])
})

test('a tier that goes back to CORE before its first sale is priced in CORE, and in dollars once it returns to them', async () => {
  const creator = await world().person()
  const maker = await aWallet(world(), creator)
  const tier = await aTier(world(), maker, { priceWei: 7n * dollar, payToken: testUsd() })
  const terms = { pass: tier.pass, tierId: 1, durationS: 0, maxSupply: OPEN_SUPPLY, perks: 0n, flags: 0 }
  await settle(world(), await setTier(maker, { ...terms, priceWei: 20n }))
  expect(await tiersOf(creator)).toMatchObject([{ price: { amount: '20', asset: '31337:native', decimals: 18 } }])
  await settle(world(), await setTier(maker, { ...terms, priceWei: 20n, payToken: testUsd() }))
  expect(await tiersOf(creator)).toMatchObject([{ price: { amount: '20', decimals: 6 } }])
})

test('a price in a token that nobody here knows is in base units, and the tier stands after those in CORE', async () => {
  const creator = await world().person()
  const maker = await aWallet(world(), creator)
  const tier = await aTier(world(), maker, { priceWei: 40n, payToken: contractOf(world(), 'payments') })
  const terms = { pass: tier.pass, tierId: 2, durationS: 0, maxSupply: OPEN_SUPPLY, perks: 0n, flags: 0 }
  await settle(world(), await setTier(maker, { ...terms, priceWei: 10n ** 18n }))
  expect(await tiersOf(creator)).toMatchObject([{ tierId: 2 }, { tierId: 1, price: { amount: '40', decimals: 0 } }])
})

test('TOK-02 royalty, grace, single use and policy of a tier are what its creator chose', async () => {
  const creator = await world().person()
  const flags = TIER_FLAGS.consumable | TIER_FLAGS.open | TIER_FLAGS.nonRenewable | graceFlag(7)
  await aTier(world(), await aWallet(world(), creator), { royaltyBps: 730, flags })
  const said = { royaltyBps: 730, graceS: 7 * 86_400, consumable: true, renewable: false, policy: 'open', soulbound: false }
  expect(await tiersOf(creator)).toMatchObject([said])
})
