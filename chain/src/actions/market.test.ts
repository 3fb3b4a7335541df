import { parseEther, zeroAddress } from 'viem'
import { getBalance, getBlock } from 'viem/actions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceClock } from '../devnet/clock.ts'
import { problemOf } from '../errors.ts'
import { digestOfAsk } from '../orders.ts'
import { OPEN_SUPPLY, passIdOf, TIER_FLAGS } from '../pass-id.ts'
import { aChain, type TestChain } from '../testing/test-chain.ts'
import { allowToken, coverOf } from './allow-token.ts'
import { buyPass } from './buy-pass.ts'
import { collectionOf } from './collection-of.ts'
import { createCollectionWithTier } from './create-collection-with-tier.ts'
import { acceptBid, buyListing, buyListings } from './fill-order.ts'
import { cancelVoucher, forAnyone, giveMint, isVoucherSpent, signVoucher } from './give-mint.ts'
import { consumePass, lendPass, returnPass } from './lend-pass.ts'
import {
  cancelAllOrders,
  cancelOrder,
  claimSaleCredit,
  depositForOffers,
  withdrawMarketFees,
  withdrawOfferFunds,
} from './market-account.ts'
import { quoteResale } from './quote-resale.ts'
import { isNonceDead, marketFees, readMarketAccount } from './read-market.ts'
import { readPass } from './read-pass.ts'
import { balanceOfToken, takeTestUsd } from './read-token.ts'
import { setTier } from './set-tier.ts'
import { signAsk, signBid } from './sign-order.ts'
import { transferPass } from './transfer-pass.ts'

let chain: TestChain
let pass: `0x${string}`
let serial = 0
const price = parseEther('2')
const market = () => chain.contracts.passMarket
const creator = () => chain.client(1)
const seller = () => chain.client(2)
const buyer = () => chain.client(3)

beforeAll(async () => {
  chain = await aChain()
  const { passFactory } = chain.contracts
  const terms = { tierId: 1, priceWei: 20n, durationS: 30 * 86_400, maxSupply: OPEN_SUPPLY, perks: 0n, flags: 0, royaltyBps: 770 }
  await chain.mined(await createCollectionWithTier(creator(), { passFactory, ...terms }))
  pass = await collectionOf(creator(), { passFactory, creator: creator().account.address })
})
afterAll(() => chain.stop())

async function aPass() {
  await chain.mined(await buyPass(seller(), { pass, tierId: 1, priceWei: 20n }))
  serial += 1
  return passIdOf(1, serial)
}

const deadline = async () => (await getBlock(seller())).timestamp + 3_600n

async function aListing(id: bigint, over: { price?: bigint; nonce?: bigint; token?: `0x${string}` } = {}) {
  const { nonce } = await readPass(seller(), { pass, id })
  const { counter } = await readMarketAccount(seller(), { market: market(), account: seller().account.address })
  const terms = { nft: pass, id, tokenNonce: BigInt(nonce), price, token: zeroAddress, minExpiry: 0n, nonce: id, counter }
  return signAsk(seller(), { market: market(), ask: { ...terms, deadline: await deadline(), ...over } })
}

const problemWith = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => problemOf(error).code,
  )

test('M05 a listing is bought for what was quoted: seller, creator and platform get their parts to the wei', async () => {
  const id = await aPass()
  const listing = await aListing(id, { price: price + 1n })
  const quote = await quoteResale(buyer(), { pass, id, price: price + 1n })
  expect(quote.net + quote.fee + quote.royalty).toBe(price + 1n)
  expect(quote.royalty).toBe(((price + 1n) * 770n) / 10_000n)
  const purse = async () => ({
    seller: await getBalance(seller(), seller().account),
    creator: await getBalance(seller(), creator().account),
    buyer: await getBalance(seller(), buyer().account),
    fees: await marketFees(seller(), { market: market(), token: zeroAddress }),
  })
  const before = await purse()
  const receipt = await chain.mined(await buyListing(buyer(), { market: market(), listing }))
  const after = await purse()
  expect(after.seller - before.seller).toBe(quote.net)
  expect(after.creator - before.creator).toBe(quote.royalty)
  expect(after.fees - before.fees).toBe(quote.fee)
  expect(before.buyer - after.buyer).toBe(price + 1n + receipt.gasUsed * receipt.effectiveGasPrice)
  expect((await readPass(buyer(), { pass, id })).holder).toBe(buyer().account.address)
  expect(receipt.logs.at(-1)?.data).toContain(digestOfAsk({ chainId: buyer().chain.id, market: market() }, listing.order).slice(2))
  await chain.mined(await withdrawMarketFees(buyer(), { market: market() }))
  expect((await purse()).fees).toBe(0n)
})

test('a listing dies with the move of its pass, by cancelling, and by the counter, each with a code', async () => {
  const id = await aPass()
  const listing = await aListing(id)
  await chain.mined(await cancelOrder(seller(), { market: market(), nonce: id }))
  expect(await isNonceDead(seller(), { market: market(), maker: seller().account.address, nonce: id })).toBe(true)
  expect(await problemWith(buyListing(buyer(), { market: market(), listing }))).toBe('market/listing-inactive')
  const second = await aListing(id, { nonce: id + 1_000n })
  await chain.mined(await cancelAllOrders(seller(), { market: market() }))
  expect(await problemWith(buyListing(buyer(), { market: market(), listing: second }))).toBe('market/listing-inactive')
  const third = await aListing(id, { nonce: id + 1_000n })
  await chain.mined(await transferPass(seller(), { pass, id, to: buyer().account.address }))
  expect(await problemWith(buyListing(chain.client(4), { market: market(), listing: third }))).toBe('market/listing-inactive')
  expect(await problemWith(transferPass(buyer(), { pass, id, to: seller().account.address }))).toBe('passes/gift-too-soon')
  await advanceClock(seller(), 25 * 3_600_000)
  await chain.mined(await transferPass(buyer(), { pass, id, to: seller().account.address }))
  expect(await problemWith(buyListing(chain.client(4), { market: market(), listing: third }))).toBe('market/expired')
})

test('several listings are bought at once', async () => {
  const ids = [await aPass(), await aPass()]
  const listings = [await aListing(ids[0] as bigint), await aListing(ids[1] as bigint)]
  await chain.mined(await buyListings(buyer(), { market: market(), listings }))
  for (const id of ids) expect((await readPass(buyer(), { pass, id })).owner).toBe(buyer().account.address)
})

test('MKT-05 offers: three made, one accepted, one cancelled, one expired; the funds go back to zero', async () => {
  const id = await aPass()
  await chain.mined(await depositForOffers(buyer(), { market: market(), amountWei: 3n * price }))
  const offerFor = async (scope: number, of: bigint, nonce: bigint) => {
    const terms = { nft: pass, scope, id: of, price, token: zeroAddress, minExpiry: 0n, nonce, counter: 0n }
    return signBid(buyer(), { market: market(), bid: { ...terms, deadline: await deadline() } })
  }
  const [forPass, forTier, forAny] = [await offerFor(0, id, 901n), await offerFor(1, 1n, 902n), await offerFor(2, 0n, 903n)]
  expect(await problemWith(acceptBid(seller(), { market: market(), offer: forPass, id: id + 1n }))).toBe('market/not-asked-for')
  await chain.mined(await acceptBid(seller(), { market: market(), offer: forPass, id }))
  const second = await aPass()
  await chain.mined(await cancelOrder(buyer(), { market: market(), nonce: 902n }))
  expect(await problemWith(acceptBid(seller(), { market: market(), offer: forTier, id: second }))).toBe('market/listing-inactive')
  await advanceClock(seller(), 2 * 3_600_000)
  expect(await problemWith(acceptBid(seller(), { market: market(), offer: forAny, id: second }))).toBe('market/expired')
  const account = buyer().account.address
  expect((await readMarketAccount(buyer(), { market: market(), account })).offerFundsWei).toBe(2n * price)
  await chain.mined(await withdrawOfferFunds(buyer(), { market: market(), amountWei: 2n * price }))
  expect((await readMarketAccount(buyer(), { market: market(), account })).offerFundsWei).toBe(0n)
  expect(await problemWith(withdrawOfferFunds(buyer(), { market: market(), amountWei: 1n }))).toBe('market/funds-missing')
  expect(await problemWith(claimSaleCredit(buyer(), { market: market() }))).toBe('market/nothing-credited')
})

test('access goes to the borrower while a pass is lent, and cannot be sold meanwhile', async () => {
  const id = await aPass()
  const friend = buyer().account.address
  await chain.mined(await lendPass(seller(), { pass, id, to: friend, untilS: await deadline() }))
  expect(await readPass(seller(), { pass, id })).toMatchObject({ owner: seller().account.address, holder: friend })
  expect(await problemWith(transferPass(seller(), { pass, id, to: friend }))).toBe('passes/lent')
  await chain.mined(await returnPass(buyer(), { pass, id }))
  expect((await readPass(seller(), { pass, id })).holder).toBe(seller().account.address)
})

test('a gift by signature is a pass for whoever brings it, once', async () => {
  const voucher = { tierId: 1, to: forAnyone, price: 0n, nonce: 5n, deadline: await deadline() }
  const signature = await signVoucher(creator(), { pass, voucher })
  await chain.mined(await giveMint(buyer(), { pass, voucher, signature }))
  serial += 1
  expect((await readPass(buyer(), { pass, id: passIdOf(1, serial) })).owner).toBe(buyer().account.address)
  expect(await problemWith(giveMint(buyer(), { pass, voucher, signature }))).toBe('passes/voucher-spent')
  await chain.mined(await cancelVoucher(creator(), { pass, nonce: 6n }))
  expect(await isVoucherSpent(creator(), { pass, nonce: 6n })).toBe(true)
})

test('a pass for a single use is spent by its owner', async () => {
  const terms = { tierId: 2, priceWei: 0n, durationS: 0, maxSupply: 5, perks: 0n, flags: TIER_FLAGS.consumable }
  await chain.mined(await setTier(creator(), { pass, ...terms }))
  await chain.mined(await buyPass(seller(), { pass, tierId: 2, priceWei: 0n }))
  await chain.mined(await consumePass(seller(), { pass, id: passIdOf(2, 1) }))
  expect((await readPass(seller(), { pass, id: passIdOf(2, 1) })).isActive).toBe(false)
  expect(await problemWith(consumePass(seller(), { pass, id: passIdOf(2, 1) }))).toBe('passes/not-consumable')
})

test('MKT-04 a listing in dollars is bought with exactly its price allowed, and the three parts are the price', async () => {
  const { testUsd } = chain.contracts
  const dollars = (whose: { account: { address: `0x${string}` } }) =>
    balanceOfToken(seller(), { token: testUsd, account: whose.account.address })
  const cover = async () => coverOf(buyer(), { token: testUsd, owner: buyer().account.address, spender: market() })
  const id = await aPass()
  const listing = await aListing(id, { price: 3_000_001n, token: testUsd })
  expect(await problemWith(buyListing(buyer(), { market: market(), listing }))).toBe('wallet/insufficient-funds')
  await chain.mined(await takeTestUsd(buyer(), { testUsd, amount: 9_000_000n }))
  await chain.mined(await allowToken(buyer(), { token: testUsd, spender: market(), amount: 2_000_000n }))
  const before = { seller: await dollars(seller()), creator: await dollars(creator()) }
  const { net, royalty, fee } = await quoteResale(buyer(), { pass, id, price: 3_000_001n })
  await chain.mined(await buyListing(buyer(), { market: market(), listing }))
  expect(await cover()).toEqual({ balance: 5_999_999n, allowed: 2_000_000n })
  expect((await dollars(seller())) - before.seller).toBe(net)
  expect((await dollars(creator())) - before.creator).toBe(royalty)
  expect(await marketFees(seller(), { market: market(), token: testUsd })).toBe(fee)
  expect((await readPass(buyer(), { pass, id })).owner).toBe(buyer().account.address)
  expect(await problemWith(buyListing(chain.client(4), { market: market(), listing }))).toBe('market/listing-inactive')
  expect((await coverOf(buyer(), { token: testUsd, owner: chain.client(4).account.address, spender: market() })).allowed).toBe(0n)
})

test('MKT-05 an offer in dollars is paid from what its bidder holds and allows, and is refused when either is gone', async () => {
  const { testUsd } = chain.contracts
  const bidder = chain.client(5)
  const ids = [await aPass(), await aPass()] as const
  const offerOf = async (nonce: bigint) => {
    const terms = { nft: pass, scope: 1, id: 1n, price: 1_000_000n, token: testUsd, minExpiry: 0n, nonce, counter: 0n }
    return signBid(bidder, { market: market(), bid: { ...terms, deadline: await deadline() } })
  }
  const [first, second] = [await offerOf(1n), await offerOf(2n)]
  const accept = async (offer: typeof first, id: bigint) => acceptBid(seller(), { market: market(), offer, id })
  await chain.mined(await allowToken(bidder, { token: testUsd, spender: market(), amount: 1_000_000n }))
  expect(await problemWith(accept(first, ids[0]))).toBe('market/funds-missing')
  await chain.mined(await takeTestUsd(bidder, { testUsd, amount: 5_000_000n }))
  await chain.mined(await accept(first, ids[0]))
  expect((await readPass(bidder, { pass, id: ids[0] })).owner).toBe(bidder.account.address)
  expect(await problemWith(accept(second, ids[1]))).toBe('market/funds-missing')
})
