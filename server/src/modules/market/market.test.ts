import { acceptBid, buyListing } from '@corefans/chain/actions/fill-order.ts'
import { lendPass } from '@corefans/chain/actions/lend-pass.ts'
import { cancelAllOrders, cancelOrder, depositForOffers, withdrawOfferFunds } from '@corefans/chain/actions/market-account.ts'
import { marketFees } from '@corefans/chain/actions/read-market.ts'
import { signAsk } from '@corefans/chain/actions/sign-order.ts'
import { transferPass } from '@corefans/chain/actions/transfer-pass.ts'
import type { ListingView } from '@corefans/shared/contracts/market.ts'
import { zeroAddress } from 'viem'
import { getBalance } from 'viem/actions'
import { expect, test } from 'vitest'
import { reading } from '../../demo/chain.ts'
import { aPicture } from '../../testing/image.ts'
import { askIn, Bazaar, bidIn, problemWith, type Trader } from '../../testing/market-fixture.ts'
import { applied, buy, core, settle } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
const { market, aTrader, nowS, signedAsk, list, buyIt, offer, listed, give, aSale } = new Bazaar(world)
const day = 86_400_000

test('ACC-01 MKT-03 a pass bought on the market opens for the buyer and closes for the seller within 2 s, post and old image address too', async () => {
  const { creator, seller, which } = await aSale()
  const { body: image } = await creator.person.upload(await aPicture())
  const gate = { anyOf: [[{ kind: 'pass' as const }]] }
  const post = await creator.person.must('POST /api/posts', { text: 'secret', audience: gate, mediaIds: [image.id] })
  const url = post.media[0]?.url as string
  const seen = async ({ person }: Trader) => [
    (await person.must('GET /api/posts/:postId', { postId: post.id })).locked,
    (await person.get(url)).status,
  ]
  const buyer = await aTrader()
  expect([await seen(seller), await seen(buyer)]).toEqual([
    [false, 200],
    [true, 403],
  ])
  const listing = await list(seller, which)
  const socket = await buyer.person.socket()
  await socket.join(`account:${buyer.person.id}`)
  await buyIt(buyer, listing)
  expect([await seen(seller), await seen(buyer)]).toEqual([
    [true, 403],
    [false, 200],
  ])
  await socket.heard((frame) => frame.type === 'event' && frame.event.type === 'access.changed' && frame.event.reason === 'bought')
  socket.close()
  const poor = await aTrader()
  const dear = await list(buyer, which, { price: 5_000n * core })
  const before = await getBalance(reading(world().rpcUrl), poor.wallet.account)
  expect(await problemWith(buyListing(poor.wallet, { market: market(), listing: askIn(dear) }))).toBe('wallet/insufficient-funds')
  expect(await getBalance(reading(world().rpcUrl), poor.wallet.account)).toBe(before)
})

test('MKT-01 listings are filtered by creator, tier, price and days left, in the order of the address, page by page', async () => {
  const { creator, tier, seller } = await aSale({ durationS: 30 * 86_400 })
  const ids = [1, 2, 3, 4, 5].map((serial) => (1n << 32n) | BigInt(serial))
  for (const serial of [2, 3, 4, 5]) await buy(world(), seller.wallet, tier, serial)
  for (const [i, id] of ids.entries()) await list(seller, { pass: tier.pass, id }, { price: BigInt([5, 3, 9, 1, 7][i] ?? 1) * core })
  const prices = (items: ListingView[]) => items.map(({ price }) => BigInt(price.amount) / core)
  expect(prices(await listed(creator.person))).toEqual([1n, 3n, 5n, 7n, 9n])
  expect(prices(await listed(creator.person, { sort: '-price' }))).toEqual([9n, 7n, 5n, 3n, 1n])
  expect(prices(await listed(creator.person, { priceMin: (3n * core).toString(), priceMax: (7n * core).toString() }))).toEqual([3n, 5n, 7n])
  expect(await listed(creator.person, { tier: 2 })).toEqual([])
  expect([(await listed(creator.person, { daysLeft: 29 })).length, (await listed(creator.person, { daysLeft: 31 })).length]).toEqual([5, 0])
  for (const sort of ['price', '-price', 'ending', 'newest'] as const) {
    const whole = (await listed(creator.person, { sort })).map(({ listingId }) => listingId)
    const walked: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: ListingView[]; nextCursor: string | null } = await world().visitor.must('GET /api/market/listings', {
        ...{ creator: creator.person.handle, sort, limit: 2 },
        ...(cursor ? { cursor } : {}),
      })
      walked.push(...page.items.map(({ listingId }) => listingId))
      cursor = page.nextCursor
    } while (cursor)
    expect(walked).toEqual(whole)
  }
  expect((await world().visitor.call('GET /api/market/listings', { cursor: 'forged' })).status).toBe(422)
})

test('MKT-02 TOK-05 a listing shows at once, a new price is one event, and once cancelled it cannot be bought', async () => {
  const { creator, seller, which } = await aSale()
  const watcher = await world().visitor.socket()
  await watcher.join('market:all')
  const first = await list(seller, which, { price: 3n * core })
  expect((await listed(creator.person)).map(({ listingId }) => listingId)).toEqual([first.listingId])
  await watcher.heard((frame) => frame.type === 'event' && frame.event.type === 'listing.changed' && frame.event.change === 'listed')
  const second = await list(seller, which, { price: 2n * core })
  await watcher.heard((frame) => frame.type === 'event' && frame.event.type === 'listing.changed' && frame.event.change === 'repriced')
  expect((await listed(creator.person)).map(({ listingId }) => listingId)).toEqual([second.listingId])
  await world().settled()
  const [repriced] = await world().db.sql<{ n: number }>(
    `select count(*)::int as n from outbox where payload->>'listingId' = $1 and type = 'listing.changed'`,
    [second.listingId],
  )
  expect(repriced?.n).toBe(1)
  const raise = await seller.person.call('POST /api/market/listings', await signedAsk(seller, which, { price: 4n * core }))
  expect([raise.status, raise.body.type]).toEqual([409, '/problems/market/cancel-first'])
  for (const listing of [first, second])
    await settle(world(), await cancelOrder(seller.wallet, { market: market(), nonce: BigInt(listing.order.nonce) }))
  expect(await listed(creator.person)).toEqual([])
  await watcher.heard((frame) => frame.type === 'event' && frame.event.type === 'listing.changed' && frame.event.change === 'gone')
  const gone = await world().visitor.call('GET /api/market/listings/:listingId', { listingId: second.listingId })
  expect([gone.status, gone.body.type]).toEqual([410, '/problems/market/listing-inactive'])
  const buyer = await aTrader()
  expect(await problemWith(buyListing(buyer.wallet, { market: market(), listing: askIn(second) }))).toBe('market/listing-inactive')
  await list(seller, which, { price: 4n * core })
  expect((await listed(creator.person)).length).toBe(1)
  watcher.close()
})

test('a pass that is listed ten times at once has one listing', async () => {
  const { creator, seller, which } = await aSale()
  const asks = await Promise.all(Array.from({ length: 10 }, () => signedAsk(seller, which)))
  const answers = await Promise.all(asks.map((ask) => seller.person.call('POST /api/market/listings', ask)))
  expect(answers.map(({ status }) => status)).toEqual(asks.map(() => 201))
  expect((await listed(creator.person)).length).toBe(1)
})

test('MKT-04 a resale at 100 pays the creator 5 and the platform 2.5, and the page said so before', async () => {
  const { creator, seller, which } = await aSale()
  const listing = await list(seller, which, { price: 100n * core })
  expect([listing.fee.amount, listing.royalty.amount]).toEqual([(25n * core) / 10n, 5n * core].map(String))
  const purse = async () => ({
    creator: await getBalance(reading(world().rpcUrl), creator.wallet.account),
    seller: await getBalance(reading(world().rpcUrl), seller.wallet.account),
    fees: await marketFees(reading(world().rpcUrl), { market: market(), token: zeroAddress }),
  })
  const before = await purse()
  const buyer = await aTrader()
  await buyIt(buyer, listing)
  const after = await purse()
  expect(after.creator - before.creator).toBe(5n * core)
  expect(after.fees - before.fees).toBe((25n * core) / 10n)
  expect(after.seller - before.seller).toBe((925n * core) / 10n)
  const { items } = await world().visitor.must('GET /api/market/activity', { creator: creator.person.handle })
  expect(items).toMatchObject([
    {
      ...{ price: { amount: (100n * core).toString() }, royalty: { amount: (5n * core).toString() } },
      ...{ seller: { handle: seller.person.handle }, buyer: { handle: buyer.person.handle } },
    },
  ])
})

test('whoever hides what they hold is nameless as seller, owner and buyer, to everybody but themselves', async () => {
  const { creator, seller, which } = await aSale()
  const { listingId } = await list(seller, which, { price: core })
  await seller.person.must('PATCH /api/me/profile', { hidesHoldings: true })
  const seen = async (who: Pick<typeof seller.person, 'must'>) => {
    const listing = await who.must('GET /api/market/listings/:listingId', { listingId })
    const pass = await who.must('GET /api/market/passes/:collection/:tokenId', { collection: which.pass, tokenId: which.id.toString() })
    return [listing.seller?.handle, pass.owner?.handle, pass.listing?.seller?.handle]
  }
  expect(await seen(seller.person)).toEqual(Array.from({ length: 3 }, () => seller.person.handle))
  for (const other of [world().visitor, creator.person]) expect(await seen(other)).toEqual([undefined, undefined, undefined])
  const buyer = await aTrader()
  await buyer.person.must('PATCH /api/me/profile', { hidesHoldings: true })
  const [listing] = await listed(creator.person)
  await buyIt(buyer, listing as NonNullable<typeof listing>)
  const { items } = await world().visitor.must('GET /api/market/activity', { creator: creator.person.handle })
  expect(items).toMatchObject([{ seller: null, buyer: null, creator: { handle: creator.person.handle } }])
})

test('A8 an offer is declined by whoever holds what it asks for, and by nobody else', async () => {
  const { seller, tier, id } = await aSale()
  const bidder = await aTrader()
  await settle(world(), await depositForOffers(bidder.wallet, { market: market(), amountWei: 3n * core }))
  const { offerId } = await offer(bidder, tier.pass, { scope: 0, id })
  for (const person of [bidder.person, await world().person(), (await aTrader()).person]) {
    const answer = await person.call('POST /api/market/offers/:offerId/decline', { offerId })
    expect([answer.status, answer.body.type]).toEqual([403, '/problems/market/not-asked'])
  }
  await seller.person.must('POST /api/market/offers/:offerId/decline', { offerId })
})

test('MKT-05 offers: three made, one accepted, one declined, one expired; the funds go back to zero', async () => {
  const { seller, tier, which, id } = await aSale()
  const bidder = await aTrader()
  const none = await offer(bidder, tier.pass, { scope: 0, id }).catch((error: Error) => error.message)
  expect(none).toContain('market/funds-missing')
  await settle(world(), await depositForOffers(bidder.wallet, { market: market(), amountWei: 3n * core }))
  const [forPass, forTier] = [await offer(bidder, tier.pass, { scope: 0, id }), await offer(bidder, tier.pass, { scope: 1, id: 1n })]
  const brief = await offer(bidder, tier.pass, { scope: 2, id: 0n, deadline: (await nowS()) + 60n })
  const received = async () => (await seller.person.must('GET /api/me/offers', { side: 'received' })).items.map(({ offerId }) => offerId)
  expect(new Set(await received())).toEqual(new Set([forPass, forTier, brief].map(({ offerId }) => offerId)))
  await seller.person.must('POST /api/market/offers/:offerId/decline', { offerId: forTier.offerId })
  expect(await received()).not.toContain(forTier.offerId)
  expect((await bidder.person.must('GET /api/me/offers', { side: 'made' })).items.length).toBe(3)
  await settle(world(), await acceptBid(seller.wallet, { market: market(), offer: bidIn(forPass), id: which.id }))
  expect((await bidder.person.must('GET /api/me/passes')).items.length).toBe(1)
  await world().visitor.must('POST /api/demo/clock', { advanceMs: 120_000 })
  expect((await bidder.person.must('GET /api/me/offers', { side: 'made' })).items.map(({ offerId }) => offerId)).toEqual([forTier.offerId])
  await settle(world(), await withdrawOfferFunds(bidder.wallet, { market: market(), amountWei: 2n * core }))
  const { wallets } = await bidder.person.must('GET /api/me/market')
  expect(wallets.map(({ offerFunds }) => offerFunds.amount)).toEqual(['0'])
  expect((await bidder.person.must('GET /api/me/offers', { side: 'made' })).items).toEqual([])
})

test('MKT-06 a listing that went away and came back with its pass is dead, on the page and on chain', async () => {
  const { creator, seller, tier, id, which } = await aSale({ durationS: 0 })
  const cheap = await list(seller, which, { price: core / 100n, deadline: (await nowS()) + 10n * 86_400n })
  const friend = await aTrader()
  await give(seller, friend, tier, id)
  expect(await listed(creator.person)).toEqual([])
  await world().visitor.must('POST /api/demo/clock', { advanceMs: 2 * day })
  await give(friend, seller, tier, id)
  expect(await listed(creator.person)).toEqual([])
  const dear = await list(seller, which, { price: 5n * core })
  const sniper = await aTrader()
  expect(await problemWith(buyListing(sniper.wallet, { market: market(), listing: askIn(cheap) }))).toBe('market/listing-inactive')
  await buyIt(sniper, dear)
  expect(await problemWith(buyListing(friend.wallet, { market: market(), listing: askIn(dear) }))).toBe('market/listing-inactive')
})

test('TOK-06 a gift to a handle opens for the receiver and tells them', async () => {
  const { creator, seller, tier, id } = await aSale()
  const { body: image } = await creator.person.upload(await aPicture())
  const gate = { anyOf: [[{ kind: 'pass' as const }]] }
  const post = await creator.person.must('POST /api/posts', { text: 'secret', audience: gate, mediaIds: [image.id] })
  const friend = await aTrader()
  const found = await seller.person.must('GET /api/profiles/:handle/wallet', { handle: friend.person.handle })
  await settle(world(), await transferPass(seller.wallet, { pass: tier.pass, id, to: found.address as `0x${string}` }))
  await world().settled()
  expect((await friend.person.must('GET /api/notifications')).items.map(({ type }) => type)).toContain('transfer')
  const url = post.media[0]?.url as string
  expect([(await friend.person.get(url)).status, (await seller.person.get(url)).status]).toEqual([200, 403])
  expect((await seller.person.must('GET /api/me/passes')).items).toEqual([])
})

test('a borrower has the access while a pass is lent, and it cannot be listed meanwhile', async () => {
  const { creator, seller, tier, id, which } = await aSale()
  const post = await creator.person.must('POST /api/posts', { text: 'secret', audience: { anyOf: [[{ kind: 'pass' }]] } })
  const locked = async ({ person }: Trader) => (await person.must('GET /api/posts/:postId', { postId: post.id })).locked
  const listing = await list(seller, which)
  const friend = await aTrader()
  const untilS = (await nowS()) + 600n
  await settle(world(), await lendPass(seller.wallet, { pass: tier.pass, id, to: friend.wallet.account.address, untilS }))
  expect([await locked(seller), await locked(friend)]).toEqual([true, false])
  expect((await world().visitor.call('GET /api/market/listings/:listingId', { listingId: listing.listingId })).status).toBe(410)
  const refused = await seller.person.call('POST /api/market/listings', await signedAsk(seller, which))
  expect([refused.status, refused.body]).toMatchObject([422, { type: '/problems/market/order-refused', why: 'lent' }])
  await world().visitor.must('POST /api/demo/clock', { advanceMs: 700_000 })
  expect([await locked(seller), await locked(friend)]).toEqual([false, true])
})

test('every bad order is refused with its reason and is absent from the market', async () => {
  const { creator, seller, which } = await aSale()
  const stranger = await aTrader()
  const good = await signedAsk(seller, which)
  const post = async (who: Trader, body: typeof good) => {
    const { status, body: said } = await who.person.call('POST /api/market/listings', body)
    return [status, said.type, (said as { why?: string }).why].filter((part) => part !== undefined)
  }
  const refused = (why: string) => [422, '/problems/market/order-refused', why]
  expect(await post(stranger, good)).toEqual([403, '/problems/market/not-your-wallet'])
  const badSignature = [422, '/problems/market/bad-signature']
  expect(await post(seller, { ...good, price: '1' })).toEqual(badSignature)
  const s = BigInt(`0x${good.signature.slice(66, 130)}`)
  const twinS = (0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n - s).toString(16).padStart(64, '0')
  const twin = `${good.signature.slice(0, 66)}${twinS}${good.signature.endsWith('1b') ? '1c' : '1b'}` as `0x${string}`
  expect(await post(seller, { ...good, signature: twin })).toEqual(badSignature)
  const elsewhere = await signAsk(
    { ...seller.wallet, chain: seller.wallet.chain },
    { market: seller.wallet.account.address, ask: askFrom(good) },
  )
  expect(await post(seller, { ...good, signature: elsewhere.signature })).toEqual(badSignature)
  expect(await post(seller, await signedAsk(seller, which, { deadline: 5n }))).toEqual(refused('expired'))
  expect(await post(seller, await signedAsk(seller, which, { counter: 9n }))).toEqual(refused('counter'))
  expect(await post(seller, await signedAsk(seller, which, { moves: 7 }))).toEqual(refused('moved'))
  expect(await post(seller, await signedAsk(seller, which, { minExpiry: (await nowS()) + 99n * 86_400n }))).toEqual(
    refused('ends-too-early'),
  )
  await settle(world(), await cancelOrder(seller.wallet, { market: market(), nonce: BigInt(good.nonce) }))
  expect(await post(seller, good)).toEqual(refused('cancelled'))
  const live = await list(seller, which)
  expect((await listed(creator.person)).length).toBe(1)
  await settle(world(), await cancelAllOrders(seller.wallet, { market: market() }))
  expect(await listed(creator.person)).toEqual([])
  const lapsing = await list(seller, which, { deadline: (await nowS()) + 40n * 86_400n })
  expect(lapsing.listingId).not.toBe(live.listingId)
  await world().visitor.must('POST /api/demo/clock', { advanceMs: 31 * day })
  expect(await listed(creator.person)).toEqual([])
  expect(await post(seller, await signedAsk(seller, which))).toEqual(refused('lapsed'))
})

const askFrom = (words: Awaited<ReturnType<typeof signedAsk>>) => ({
  ...{ nft: words.nft, id: BigInt(words.tokenId), tokenNonce: BigInt(words.moves), price: BigInt(words.price), token: zeroAddress },
  ...{ minExpiry: 0n, deadline: BigInt(words.deadline), nonce: BigInt(words.nonce), counter: BigInt(words.counter) },
})

test('a reorg that takes a sale back brings the listing, the funds and the statistics back', async () => {
  const { creator, seller, tier, which } = await aSale()
  const bidder = await aTrader()
  await settle(world(), await depositForOffers(bidder.wallet, { market: market(), amountWei: core }))
  const bid = await offer(bidder, tier.pass, { scope: 1, id: 1n })
  const listing = await list(seller, which, { price: 2n * core })
  const stats = () => world().visitor.must('GET /api/market/stats', { creator: creator.person.handle })
  const before = await stats()
  const block = await settle(world(), await acceptBid(seller.wallet, { market: market(), offer: bidIn(bid), id: which.id }))
  expect(await stats()).toMatchObject({ sales: 1, listed: 0, floor: null })
  await reading(world().rpcUrl).request({ method: 'anvil_reorg' as never, params: [1, []] as never })
  await expect.poll(async () => (world().host.chain.poke(), stats()), { timeout: 10_000 }).toEqual(before)
  await applied(world(), Number(block))
  expect((await listed(creator.person)).map(({ listingId }) => listingId)).toEqual([listing.listingId])
  expect((await bidder.person.must('GET /api/me/offers', { side: 'made' })).items.length).toBe(1)
})
