import type { Signed } from '@corefans/chain/actions/sign-order.ts'
import type { Ask, Bid } from '@corefans/chain/orders.ts'
import type { ListingView, OfferView } from '@corefans/shared/contracts/market.ts'
import { zeroAddress } from 'viem'

type Address = `0x${string}`
type Words = ListingView['order'] | OfferView['order']

const sharedOf = ({ maker, nft, id, price, token, minExpiry, deadline, nonce, counter }: Words) => ({
  maker: maker as Address,
  nft: nft as Address,
  id: BigInt(id),
  price: BigInt(price),
  token: (token ?? zeroAddress) as Address,
  minExpiry: BigInt(minExpiry),
  deadline: BigInt(deadline),
  nonce: BigInt(nonce),
  counter: BigInt(counter),
})

/** The words that a seller signed, as the contract takes them. */
export const askIn = ({ order }: ListingView): Signed<Ask> => ({
  order: { ...sharedOf(order), tokenNonce: BigInt(order.tokenNonce) },
  signature: order.signature as Address,
})

/** The words that a bidder signed. */
export const bidIn = ({ order }: OfferView): Signed<Bid> => ({
  order: { ...sharedOf(order), scope: order.scope },
  signature: order.signature as Address,
})
