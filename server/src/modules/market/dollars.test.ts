import { allowToken } from '@corefans/chain/actions/allow-token.ts'
import { acceptBid, buyListing } from '@corefans/chain/actions/fill-order.ts'
import { balanceOfToken } from '@corefans/chain/actions/read-token.ts'
import { transferToken } from '@corefans/chain/actions/transfer-token.ts'
import type { ListingView } from '@corefans/shared/contracts/market.ts'
import { expect, test } from 'vitest'
import { askIn, Bazaar, bidIn, problemWith, type Trader } from '../../testing/market-fixture.ts'
import { contractOf, someDollars } from '../../testing/payments.ts'
import { buy, core, settle } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
const { market, aTrader, signedAsk, list, buyIt, offer, listed, aSale } = new Bazaar(world)
const usd = () => contractOf(world(), 'testUsd')
const dollar = 1_000_000n
const allow = async ({ wallet }: Trader, amount: bigint) =>
  settle(world(), await allowToken(wallet, { token: usd(), spender: market(), amount }))
const move = async (from: Trader, to: Trader, amount: bigint) =>
  settle(world(), await transferToken(from.wallet, { token: usd(), to: to.wallet.account.address, amount }))

test('MKT-07 two coins are two markets: prices, floors and volumes of one are never compared with or added to those of the other', async () => {
  const { creator, tier, seller } = await aSale({ durationS: 0 })
  const ids = [1, 2, 3, 4].map((serial) => (1n << 32n) | BigInt(serial))
  for (const serial of [2, 3, 4]) await buy(world(), seller.wallet, tier, serial)
  const token = usd()
  const asked = [{ price: 9n * core }, { price: 5n * dollar, token }, { price: 2n * core }, { price: 8n * dollar, token }]
  for (const [i, over] of asked.entries()) await list(seller, { pass: tier.pass, id: ids[i] as bigint }, over)
  const shown = async (more: object) =>
    (await listed(creator.person, more)).map(({ price }) => `${BigInt(price.amount) / 10n ** BigInt(price.decimals)} ${price.decimals}`)
  expect(await shown({})).toEqual(['2 18', '9 18', '5 6', '8 6'])
  expect(await shown({ sort: '-price' })).toEqual(['9 18', '2 18', '8 6', '5 6'])
  expect(await shown({ currency: 'usd', priceMax: (6n * dollar).toString() })).toEqual(['5 6'])
  expect(await shown({ priceMin: '1' })).toEqual(['2 18', '9 18'])
  for (const sort of ['price', '-price'] as const) {
    const whole = (await listed(creator.person, { sort })).map(({ listingId }) => listingId)
    const walked: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: ListingView[]; nextCursor: string | null } = await world().visitor.must('GET /api/market/listings', {
        ...{ creator: creator.person.handle, sort, limit: 1 },
        ...(cursor ? { cursor } : {}),
      })
      walked.push(...page.items.map(({ listingId }) => listingId))
      cursor = page.nextCursor
    } while (cursor)
    expect(walked).toEqual(whole)
  }
  const stats = async (currency: 'core' | 'usd') => {
    const { floor, listed, volume, sales } = await world().visitor.must('GET /api/market/stats', {
      creator: creator.person.handle,
      currency,
    })
    return [floor?.amount, listed, volume.amount, volume.decimals, sales]
  }
  expect([await stats('core'), await stats('usd')]).toEqual([
    [(2n * core).toString(), 2, '0', 18, 0],
    [(5n * dollar).toString(), 2, '0', 6, 0],
  ])
  const buyer = await aTrader()
  await someDollars(world(), buyer.wallet)
  const [cheapest] = await listed(creator.person, { currency: 'usd' })
  await buyIt(buyer, cheapest as NonNullable<typeof cheapest>)
  expect([await stats('core'), await stats('usd')]).toEqual([
    [(2n * core).toString(), 2, '0', 18, 0],
    [(8n * dollar).toString(), 1, (5n * dollar).toString(), 6, 1],
  ])
  const { items } = await world().visitor.must('GET /api/market/activity', { creator: creator.person.handle })
  const asset = `31337:${usd().toLowerCase()}`
  expect(items).toMatchObject([
    { price: { amount: '5000000', asset, decimals: 6 }, fee: { amount: '125000' }, royalty: { amount: '250000' } },
  ])
  const got = await balanceOfToken(seller.wallet, { token: usd(), account: seller.wallet.account.address })
  expect(got).toBe(4_625_000n)
})

test('MKT-05 an offer in dollars stands as long as its bidder holds and allows its price, and no longer', async () => {
  const { creator, tier, seller, which, id } = await aSale()
  const [bidder, friend] = [await aTrader(), await aTrader()]
  const bid = () => offer(bidder, tier.pass, { scope: 0, id, price: 7n * dollar, token: usd() })
  const refused = () => bid().catch((error: Error) => error.message)
  expect(await refused()).toContain('market/funds-missing')
  await someDollars(world(), bidder.wallet)
  expect(await refused()).toContain('"allowed":"0"')
  await allow(bidder, 7n * dollar - 1n)
  expect(await refused()).toContain('market/funds-missing')
  await allow(bidder, 7n * dollar)
  const made = await bid()
  expect(made.price).toMatchObject({ amount: '7000000', decimals: 6 })
  const received = async () => (await seller.person.must('GET /api/me/offers', { side: 'received' })).items.map(({ offerId }) => offerId)
  const shows = (offers: string[]) => expect.poll(received, { timeout: 15_000 }).toEqual(offers)
  await shows([made.offerId])
  await move(bidder, friend, 995n * dollar)
  expect(await received()).toEqual([])
  expect(await problemWith(acceptBid(seller.wallet, { market: market(), offer: bidIn(made), id }))).toBe('market/funds-missing')
  await move(friend, bidder, 900n * dollar)
  await shows([made.offerId])
  await allow(bidder, 0n)
  await world().visitor.must('POST /api/demo/clock', { advanceMs: 31_000 }) // allowances change in silence: they are asked for again
  await shows([])
  const { wallets } = await bidder.person.must('GET /api/me/market')
  expect(wallets).toMatchObject([{ dollars: { balance: { amount: '905000000', decimals: 6 }, allowed: { amount: '0' } } }])
  await allow(bidder, 7n * dollar)
  await world().visitor.must('POST /api/demo/clock', { advanceMs: 31_000 })
  await shows([made.offerId])
  await settle(world(), await acceptBid(seller.wallet, { market: market(), offer: bidIn(made), id: which.id }))
  expect(await received()).toEqual([])
  expect((await bidder.person.must('GET /api/me/passes')).items.length).toBe(1)
  expect((await world().visitor.must('GET /api/market/stats', { creator: creator.person.handle, currency: 'usd' })).sales).toBe(1)
})

test('an order in a token that nobody knows is refused, and so is another coin while the listing before can be filled', async () => {
  const { creator, seller, tier, which, id } = await aSale()
  const stranger = which.pass
  const foreign = await seller.person.call('POST /api/market/listings', await signedAsk(seller, which, { token: stranger }))
  expect([foreign.status, foreign.body]).toMatchObject([422, { type: '/problems/market/order-refused', why: 'coin' }])
  const bidder = await aTrader()
  const bid = await offer(bidder, tier.pass, { scope: 0, id, token: stranger }).catch((error: Error) => error.message)
  expect(bid).toContain('"why":"coin"')
  const inDollars = await list(seller, which, { price: 3n * dollar, token: usd() })
  const swapped = await seller.person.call('POST /api/market/listings', await signedAsk(seller, which, { price: 1n }))
  expect([swapped.status, swapped.body.type]).toEqual([409, '/problems/market/cancel-first'])
  const forged = { ...(await signedAsk(seller, which, { price: 2n * dollar, token: usd() })), token: null }
  expect((await seller.person.call('POST /api/market/listings', forged)).body.type).toBe('/problems/market/bad-signature')
  expect((await listed(creator.person)).map(({ listingId }) => listingId)).toEqual([inDollars.listingId])
  const poor = await aTrader()
  expect(await problemWith(buyListing(poor.wallet, { market: market(), listing: askIn(inDollars) }))).toBe('wallet/insufficient-funds')
})
