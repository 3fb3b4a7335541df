/** A listing appeared, has another price, or is gone: sold, moved, cancelled. One event a change. */
export type ListingChanged = {
  type: 'listing.changed'
  listingId: string
  collection: string
  tokenId: string
  tierId: number
  change: 'listed' | 'repriced' | 'gone'
  priceWei: string
}
/** An offer was made, declined or withdrawn; heard by the bidder and by whoever it asks. */
export type OfferChanged = { type: 'offer.changed'; offerId: string; accountIds: string[]; change: 'made' | 'declined' }
/** A pass was resold; the log has it all. */
export type PassSold = {
  type: 'pass.sold'
  collection: string
  tokenId: string
  tierId: number
  sellerId: string | null
  buyerId: string | null
  price: string
  token: string | null
  txHash: string
}
