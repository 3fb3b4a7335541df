import { acceptBid } from '@corefans/chain/actions/fill-order.ts'
import { depositForOffers } from '@corefans/chain/actions/market-account.ts'
import { expect, test } from 'vitest'
import { Bazaar, bidIn, type Trader } from '../../testing/market-fixture.ts'
import { contractOf, someDollars } from '../../testing/payments.ts'
import { core, settle } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
const { market, aTrader, list, buyIt, offer, aSale } = new Bazaar(world)

const told = async ({ person }: Trader) => {
  await world().settled()
  const { items } = await person.must('GET /api/notifications', { tab: 'passes' })
  return items.map(({ type, text, excerpt, actors, count }) => [type, text, excerpt, actors.map(({ handle }) => handle), count])
}
const funded = async (wei: bigint) => {
  const trader = await aTrader()
  await settle(world(), await depositForOffers(trader.wallet, { market: market(), amountWei: wei }))
  return trader
}

test('NOT-01 a seller hears the price and what is left of it, a buyer what is theirs, each in its coin', async () => {
  const { seller, which } = await aSale()
  await seller.person.must('POST /api/notifications/read')
  const buyer = await aTrader()
  await buyIt(buyer, await list(seller, which, { price: 2n * core }))
  expect((await told(seller))[0]).toEqual([
    'sale',
    'bought your “Tier 1”, no. 1 for 2 CORE; you got 1.85 CORE',
    null,
    [buyer.person.handle],
    1,
  ])
  expect((await told(buyer)).map(([type, text]) => [type, text])).toEqual([
    ['purchase', expect.stringMatching(/^You hold “Tier 1”, no. 1 by .*, for 2 CORE$/)],
  ])
  await someDollars(world(), seller.wallet)
  await buyer.person.must('PATCH /api/me/profile', { hidesHoldings: true })
  await seller.person.must('PATCH /api/me/profile', { hidesHoldings: true })
  await buyIt(seller, await list(buyer, which, { price: 4_000_000n, token: contractOf(world(), 'testUsd') }))
  expect((await told(buyer))[0]).toEqual(['sale', 'Your “Tier 1”, no. 1 is sold for 4 tUSD; you got 3.7 tUSD', null, [], 0])
})

test('NOT-01 an offer tells the owner, many offers are one line, and whoever is outbid or accepted hears it', async () => {
  const { seller, tier, which, id } = await aSale()
  await seller.person.must('POST /api/notifications/read')
  const [low, high] = [await funded(9n * core), await funded(9n * core)]
  await offer(low, tier.pass, { scope: 0, id, price: 2n * core })
  await offer(high, tier.pass, { scope: 0, id, price: 3n * core })
  expect((await told(seller))[0]).toEqual([
    'offer',
    'offered to buy your “Tier 1”, no. 1',
    '3 CORE',
    [high.person.handle, low.person.handle],
    2,
  ])
  expect(await told(low)).toEqual([['offer', 'Somebody offers more than you for “Tier 1”, no. 1', '3 CORE', [], 0]])
  const lower = await offer(low, tier.pass, { scope: 0, id, price: core })
  expect(lower.price.amount).toBe(core.toString())
  expect(await told(high)).toEqual([]) // less than theirs is no news to them
  const best = await offer(high, tier.pass, { scope: 0, id, price: 4n * core })
  expect((await told(low)).length).toBe(1)
  await settle(world(), await acceptBid(seller.wallet, { market: market(), offer: bidIn(best), id: which.id }))
  expect((await told(high))[0]).toEqual([
    'purchase',
    expect.stringMatching(/^accepted your offer of 4 CORE for “Tier 1”, no. 1 by /),
    null,
    [seller.person.handle],
    1,
  ])
})

test('what a resale says to everybody names nobody', async () => {
  const { seller, which } = await aSale()
  const socket = await world().visitor.socket()
  await socket.join('market:all')
  const buyer = await aTrader()
  await buyIt(buyer, await list(seller, which))
  const frame = await socket.heard((one) => one.type === 'event' && one.event.type === 'pass.sold')
  socket.close()
  const words = JSON.stringify(frame)
  for (const { person } of [seller, buyer]) expect(words).not.toContain(person.id)
  await world().settled()
  expect(JSON.stringify(socket.frames)).not.toContain('sale.seen')
})
