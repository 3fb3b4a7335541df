import { type Address, type Hex, hashTypedData } from 'viem'

/** "I sell this pass for this price." Amounts are in the smallest unit of `token` (zero: the native coin). */
export type Ask = {
  maker: Address
  nft: Address
  id: bigint
  /** The pass's move count when it was signed: the listing dies with the next move. */
  tokenNonce: bigint
  price: bigint
  token: Address
  /** The pass must not expire before this, in seconds; 0 is no demand. */
  minExpiry: bigint
  /** The last second in which it can be filled. */
  deadline: bigint
  nonce: bigint
  counter: bigint
}

/** What a bid is for: one pass, any of a tier, any of the collection; `id` is the pass's, the tier's, or 0. */
export const BID_SCOPES = { pass: 0, tier: 1, collection: 2 } as const

/** "I buy such a pass for this price." */
export type Bid = Omit<Ask, 'tokenNonce'> & { scope: number }

const uints = (...names: string[]) => names.map((name) => ({ name, type: 'uint256' }))
const address = (name: string) => ({ name, type: 'address' })
const tail = [...uints('price'), address('token'), ...uints('minExpiry', 'deadline', 'nonce', 'counter')]
const types = {
  Ask: [address('maker'), address('nft'), ...uints('id', 'tokenNonce'), ...tail],
  Bid: [address('maker'), address('nft'), { name: 'scope', type: 'uint8' }, ...uints('id'), ...tail],
}

/** Where an order is valid: this market on this chain. */
export type MarketPlace = { chainId: number; market: Address }

const domainOf = ({ chainId, market }: MarketPlace) => ({ name: 'CoreFans Pass Market', version: '1', chainId, verifyingContract: market })

/** What a wallet is asked to sign. */
export const askToSign = (place: MarketPlace, message: Ask) => ({ domain: domainOf(place), types, primaryType: 'Ask' as const, message })
export const bidToSign = (place: MarketPlace, message: Bid) => ({ domain: domainOf(place), types, primaryType: 'Bid' as const, message })

/** The digest that names an order in the `Sale` log. */
export const digestOfAsk = (place: MarketPlace, ask: Ask): Hex => hashTypedData(askToSign(place, ask))
export const digestOfBid = (place: MarketPlace, bid: Bid): Hex => hashTypedData(bidToSign(place, bid))

/** Whether a bid would take this pass. */
export function bidTakes(bid: Pick<Bid, 'scope' | 'id'>, passId: bigint): boolean {
  if (bid.scope === BID_SCOPES.pass) return bid.id === passId
  return bid.scope === BID_SCOPES.collection || bid.id === passId >> 32n
}
