import { z } from 'zod'
import { contract } from '../contract.ts'
import { Handle } from '../values/handle.ts'
import { Address, AddressView } from '../values/ids.ts'
import { Currency, Money } from '../values/money.ts'
import { page, pageInput } from '../values/page.ts'
import { Nonce, TokenId, Uint256 } from '../values/uint.ts'
import { TierView, TransferPolicy } from './passes.ts'
import { Person } from './profiles.ts'

/** No account on the chain could pay more than 2^128. */
const Price = z.string().regex(/^[1-9]\d{0,37}$/, 'must be a positive whole number of the smallest unit')
const OrderId = z.string().regex(/^0x[0-9a-f]{64}$/)
const Signature = z.string().regex(/^0x[0-9a-fA-F]{130}$/, 'must be 65 bytes')
const seconds = z.number().int().min(0).max(0xff_ffff_ffff)

/** The words that both kinds of order share; the maker signed exactly these. */
const order = {
  maker: Address,
  nft: Address,
  price: Price,
  /** The ERC-20 of the price; absent or null is the native coin. */
  token: Address.nullable().default(null),
  minExpiry: seconds,
  deadline: seconds,
  nonce: Nonce,
  counter: Uint256,
  signature: Signature,
}

/** A signed order as the market contract takes it; `token` null is the native coin. */
export const OrderView = z.object({
  maker: AddressView,
  nft: AddressView,
  id: z.string(),
  price: z.string(),
  token: AddressView.nullable(),
  minExpiry: z.number().int(),
  deadline: z.number().int(),
  nonce: z.string(),
  counter: z.string(),
  signature: z.string(),
})

export const ListingView = z.object({
  listingId: OrderId,
  order: OrderView.extend({ tokenNonce: z.number().int() }),
  serial: z.number().int(),
  tier: TierView,
  seller: Person.nullable(),
  price: Money,
  /** Parts of the price, to the wei: the rest is the seller's. */
  fee: Money,
  royalty: Money,
  royaltyBps: z.number().int(),
  expiresAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime(),
  listedAt: z.iso.datetime(),
  viewer: z.object({ isMine: z.boolean() }),
})
export type ListingView = z.infer<typeof ListingView>

export const OfferView = z.object({
  offerId: OrderId,
  order: OrderView.extend({ scope: z.number().int() }),
  scope: z.enum(['pass', 'tier', 'collection']),
  creator: Person.nullable(),
  tierName: z.string().nullable(),
  serial: z.number().int().nullable(),
  bidder: Person.nullable(),
  price: Money,
  endsAt: z.iso.datetime(),
  viewer: z.object({ isMine: z.boolean() }),
})
export type OfferView = z.infer<typeof OfferView>

export const SaleView = z.object({
  price: Money,
  fee: Money,
  royalty: Money,
  seller: Person.nullable(),
  buyer: Person.nullable(),
  collection: AddressView,
  tokenId: z.string(),
  serial: z.number().int(),
  creator: Person.nullable(),
  tierName: z.string(),
  at: z.iso.datetime(),
  txHash: z.string(),
})
export type SaleView = z.infer<typeof SaleView>

/** Of a collection, a tier or the whole market, in one currency: amounts of different coins are never added or compared. */
export const MarketStats = z.object({
  floor: Money.nullable(),
  listed: z.number().int(),
  volume: Money,
  sales: z.number().int(),
  lastSale: Money.nullable(),
})
export type MarketStats = z.infer<typeof MarketStats>

export const PassPageView = z.object({
  collection: AddressView,
  tokenId: z.string(),
  serial: z.number().int(),
  tier: TierView,
  owner: Person.nullable(),
  ownerAddress: AddressView,
  active: z.boolean(),
  consumed: z.boolean(),
  expiresAt: z.iso.datetime().nullable(),
  policy: TransferPolicy,
  royaltyBps: z.number().int(),
  graceS: z.number().int(),
  moves: z.number().int(),
  loan: z.object({ to: AddressView, until: z.iso.datetime() }).nullable(),
  giftableAt: z.iso.datetime().nullable(),
  listing: ListingView.nullable(),
  offers: z.array(OfferView),
  viewer: z.object({ isMine: z.boolean() }),
})
export type PassPageView = z.infer<typeof PassPageView>

const scopeInput = { creator: Handle.optional(), tier: z.coerce.number().int().min(0).max(0xffff_ffff).optional() }

export const listListings = contract('GET /api/market/listings', {
  summary: 'Passes for sale by their holders; every one can be bought now',
  who: 'viewer',
  input: z.strictObject({
    ...scopeInput,
    /** Prices below and above are in it: in the native coin unless it is named. Absent: all, the native coin's first. */
    currency: Currency.optional(),
    priceMin: Uint256.optional(),
    priceMax: Uint256.optional(),
    /** At least so many days of access left; passes for life have them. */
    daysLeft: z.coerce.number().int().min(1).max(36_500).optional(),
    sort: z.enum(['price', '-price', 'ending', 'newest']).default('price'),
    ...pageInput,
  }),
  output: page(ListingView),
  problems: ['http/bad-cursor', 'profiles/unknown'],
})
export const readListing = contract('GET /api/market/listings/:listingId', {
  summary: 'A listing, if it can still be bought',
  who: 'viewer',
  input: z.strictObject({ listingId: OrderId }),
  output: ListingView,
  problems: ['market/listing-inactive'],
})
const orderProblems = ['market/not-your-wallet', 'market/bad-signature', 'market/order-refused', 'market/unknown-pass'] as const
export const createListing = contract('POST /api/market/listings', {
  summary: 'Lists a pass by a signed ask, or gives its listing another price',
  who: 'account',
  input: z.strictObject({ ...order, tokenId: TokenId, moves: z.number().int().min(0) }),
  output: ListingView,
  status: 201,
  problems: [...orderProblems, 'market/cancel-first'],
  rate: { points: 60, per: 'account' },
})
export const createOffer = contract('POST /api/market/offers', {
  summary: 'Makes an offer by a signed bid for a pass, a tier or a collection; offer funds, or tokens held and allowed, must cover it',
  who: 'account',
  input: z.strictObject({ ...order, scope: z.number().int().min(0).max(2), id: TokenId }),
  output: OfferView,
  status: 201,
  problems: [...orderProblems, 'market/funds-missing'],
  rate: { points: 60, per: 'account' },
})
export const listOffers = contract('GET /api/me/offers', {
  summary: 'Live offers that I made, or that my passes could take',
  who: 'account',
  input: z.strictObject({ side: z.enum(['made', 'received']), ...pageInput }),
  output: page(OfferView),
  problems: ['http/bad-cursor'],
})
export const declineOffer = contract('POST /api/market/offers/:offerId/decline', {
  summary: 'I do not want to see this offer again; it stays open to other holders',
  who: 'account',
  input: z.strictObject({ offerId: OrderId }),
  output: z.object({ declined: z.literal(true) }),
  problems: ['market/offer-inactive', 'market/not-asked'],
  rate: { points: 60, per: 'account' },
})
export const readPassPage = contract('GET /api/market/passes/:collection/:tokenId', {
  summary: 'One pass: its terms, its policy, its listing and the offers it could take',
  who: 'viewer',
  input: z.strictObject({ collection: Address, tokenId: TokenId }),
  output: PassPageView,
  problems: ['market/unknown-pass'],
})
export const readStats = contract('GET /api/market/stats', {
  summary: 'Floor, listings, volume and sales of a collection, a tier or the whole market, in one currency',
  who: 'public',
  input: z.strictObject({ ...scopeInput, currency: Currency.default('core') }),
  output: MarketStats,
  problems: ['profiles/unknown'],
})
export const listSales = contract('GET /api/market/activity', {
  summary: 'Resales, newest first, as the chain has them',
  who: 'viewer',
  input: z.strictObject({ ...scopeInput, collection: Address.optional(), tokenId: TokenId.optional(), ...pageInput }),
  output: page(SaleView),
  problems: ['http/bad-cursor', 'profiles/unknown'],
})
export const readMyMarket = contract('GET /api/me/market', {
  summary: 'My listings, and what the market keeps of my wallets',
  who: 'account',
  input: z.strictObject({}),
  output: z.object({
    wallets: z.array(
      z.object({
        address: AddressView,
        counter: z.string(),
        offerFunds: Money,
        /** Of the dollar token: what the wallet holds and what it lets the market take. Null where there is none, or no answer. */
        dollars: z.object({ balance: Money, allowed: Money }).nullable(),
      }),
    ),
    listings: z.array(ListingView),
  }),
  problems: [],
})
