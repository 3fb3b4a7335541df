import { acceptBid, buyListing } from '@corefans/chain/actions/fill-order.ts'
import { depositForOffers } from '@corefans/chain/actions/market-account.ts'
import { renewPass } from '@corefans/chain/actions/renew-pass.ts'
import { expect, test } from 'vitest'
import { askIn, Bazaar, bidIn, problemWith } from '../../testing/market-fixture.ts'
import { buy, core, settle } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
const { market, aTrader, list, listed, buyIt, aSale, offer, nowS } = new Bazaar(world)

test('F3 a renewal, whoever pays it, ends the listing of the pass; page and contract agree', async () => {
  const { creator, seller, which } = await aSale()
  const stranger = await aTrader()
  const old = await list(seller, which)
  expect((await listed(creator.person)).map(({ listingId }) => listingId)).toEqual([old.listingId])
  await settle(world(), await renewPass(stranger.wallet, { ...which, periods: 1, totalWei: 20n }))
  expect(await listed(creator.person)).toEqual([])
  expect(await problemWith(buyListing(stranger.wallet, { market: market(), listing: askIn(old) }))).toBe('market/listing-inactive')
  const again = await list(seller, which)
  expect(again.expiresAt).not.toBe(old.expiresAt)
  await buyIt(stranger, again)
  expect(await listed(creator.person)).toEqual([])
})

test('F4 an offer for days is shown to nobody whose pass is nearly over or in its grace, and the contract refuses it', async () => {
  const { tier, seller, which } = await aSale({ durationS: 30 * 86_400, flags: 3 << 5 })
  const bidder = await aTrader()
  await settle(world(), await depositForOffers(bidder.wallet, { market: market(), amountWei: 5n * core }))
  const until = (await nowS()) + 22n * 86_400n
  const month = { deadline: (await nowS()) + 90n * 86_400n, scope: 1, id: BigInt(tier.tierId) }
  const asking = await offer(bidder, tier.pass, { ...month, minExpiry: until })
  const plain = await offer(bidder, tier.pass, { ...month, price: 2n * core })
  const offered = async () =>
    (await seller.person.must('GET /api/me/offers', { side: 'received' })).items.map(({ offerId }) => offerId).sort()
  expect(await offered()).toEqual([asking.offerId, plain.offerId].sort())
  expect(asking.order.minExpiry).toBe(Number(until))
  const accept = (what: typeof asking) => acceptBid(seller.wallet, { market: market(), offer: bidIn(what), id: which.id })
  await world().visitor.must('POST /api/demo/clock', { advanceMs: 31 * 86_400_000 })
  expect(await offered()).toEqual([])
  expect(await problemWith(accept(plain))).toBe('market/lapsed')
  const fresh = await buy(world(), seller.wallet, tier, 2)
  expect(await offered()).toEqual([asking.offerId, plain.offerId].sort())
  await settle(world(), await acceptBid(seller.wallet, { market: market(), offer: bidIn(asking), id: fresh }))
})
