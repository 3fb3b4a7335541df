import { zeroAddress } from '@corefans/chain/addresses.ts'
import { type Ask, type Bid, digestOfAsk, digestOfBid, type MarketPlace } from '@corefans/chain/orders.ts'

type Hex = `0x${string}`

/** The words that both kinds of order share, as they come in; `token` null is the native coin. */
export type OrderWords = {
  maker: Hex
  nft: Hex
  price: string
  token: Hex | null
  minExpiry: number
  deadline: number
  nonce: string
  counter: string
  signature: Hex | string
}
export type AskWords = OrderWords & { tokenId: string; moves: number }
export type BidWords = OrderWords & { scope: number; id: string }

const shared = ({ maker, nft, price, token, minExpiry, deadline, nonce, counter }: OrderWords) => ({
  ...{ maker, nft, price: BigInt(price), token: token ?? zeroAddress, minExpiry: BigInt(minExpiry) },
  ...{ deadline: BigInt(deadline), nonce: BigInt(nonce), counter: BigInt(counter) },
})
export const askOf = (words: AskWords): Ask => ({ ...shared(words), id: BigInt(words.tokenId), tokenNonce: BigInt(words.moves) })
export const bidOf = (words: BidWords): Bid => ({ ...shared(words), scope: words.scope, id: BigInt(words.id) })

export const askId = (place: MarketPlace, words: AskWords): Hex => digestOfAsk(place, askOf(words))
export const bidId = (place: MarketPlace, words: BidWords): Hex => digestOfBid(place, bidOf(words))

const longestS = 366 * 86_400

export type MakerFacts = { counter: bigint; fundsWei: bigint; isNonceDead: boolean }
export type PassNow = { owner: string; moves: number; active: boolean; policy: string; loan: object | null; expiresAtS: bigint | null }

/** Why no buyer could fill an order of this maker now; null if one could. */
export function whyNotOrder(
  words: OrderWords,
  { counter, isNonceDead }: Pick<MakerFacts, 'counter' | 'isNonceDead'>,
  nowS: number,
): string | null {
  if (words.deadline <= nowS) return 'expired'
  if (words.deadline > nowS + longestS) return 'too-long'
  if (isNonceDead) return 'cancelled'
  return BigInt(words.counter) === counter ? null : 'counter'
}

/** Why this pass cannot be sold by this ask now. */
export function whyNotAsk(words: AskWords, pass: PassNow): string | null {
  if (pass.owner !== words.maker) return 'not-owner'
  if (pass.moves !== words.moves) return 'moved'
  if (!pass.active) return 'lapsed'
  if (pass.policy === 'soulbound') return 'soulbound'
  if (pass.loan) return 'lent'
  return pass.expiresAtS !== null && pass.expiresAtS < BigInt(words.minExpiry) ? 'ends-too-early' : null
}
