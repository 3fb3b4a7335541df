import type { Money } from '../values/money.ts'
import type { Wire } from './audience.ts'

/** A listing appeared, has another price, or is gone: sold, moved, cancelled. One event a change. */
export type ListingChanged = {
  type: 'listing.changed'
  listingId: string
  collection: string
  tokenId: string
  tierId: number
  change: 'listed' | 'repriced' | 'gone'
  price: string
  /** Null is the native coin. */
  token: string | null
}
/** An offer was made, declined or withdrawn; heard by the bidder and by whoever it asks. */
export type OfferChanged = { type: 'offer.changed'; offerId: string; accountIds: string[]; change: 'made' | 'declined' }
/** A pass was resold: everybody hears that it was, and by whom only those whom it concerns (`sale.seen`). */
export type PassSold = { type: 'pass.sold'; collection: string; tokenId: string; tierId: number; txHash: string }

/** What an order is about, for words about it. */
type Pass = { collection: string; tokenId: string; tierId: number; creatorId: string | null }
/** A resale stands on the chain; `net` is the seller's part of the price. Stays inside: not everybody shows what they hold. */
export type SaleSeen = Pass & {
  type: 'sale.seen'
  sellerId: string | null
  buyerId: string | null
  price: Money
  net: Money
  /** The seller took up an offer, else the buyer a listing. */
  isOffer: boolean
  txHash: string
}
/** An offer for one pass was made: whom it asks, and who had offered less and most so far. Stays inside. */
export type OfferMade = Pass & {
  type: 'offer.made'
  offerId: string
  bidderId: string
  askedIds: string[]
  outbidIds: string[]
  price: Money
}

export const marketWire = {
  'listing.changed': [
    {
      topics: () => ['market:all'],
      view: ({ type, listingId, collection, tokenId, tierId, change, price, token }) => ({
        type,
        listingId,
        collection,
        tokenId,
        tierId,
        change,
        price,
        token,
      }),
    },
  ],
  'offer.changed': [
    {
      topics: ({ accountIds }) => accountIds.map((id) => `account:${id}`),
      view: ({ type, offerId, change }) => ({ type, offerId, change }),
    },
  ],
  'pass.sold': [{ topics: () => ['market:all'], view: ({ type, collection, tokenId, tierId }) => ({ type, collection, tokenId, tierId }) }],
  'sale.seen': [],
  'offer.made': [],
} satisfies Wire<ListingChanged | OfferChanged | PassSold | SaleSeen | OfferMade>
