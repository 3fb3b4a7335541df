import { readMarketAccount } from '@corefans/chain/actions/read-market.ts'
import { signAsk, signBid } from '@corefans/chain/actions/sign-order.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'
import { zeroAddress } from 'viem'
import { getBlock } from 'viem/actions'
import { activeWallet, payingWallet } from './active-wallet.ts'
import { chainConfig, readingClient } from './chain-client.ts'

type Address = `0x${string}`

/** What must happen before anything can be signed. */
export type SigningNeed = 'no-wallet' | 'password-needed' | 'wrong-network' | 'not-here'
export type OrderSigning<Body> = { is: 'signed'; body: Body } | { is: SigningNeed }

const daysS = 86_400n

/** A nonce nobody has used: orders are cancelled by it. */
const freshNonce = (): bigint => crypto.getRandomValues(new BigUint64Array(1))[0] ?? 0n

type Ready = { is: 'ready'; client: SigningClient; market: Address; counter: bigint; nowS: bigint }

/** The wallet that owns the pass, or pays for the offer, ready to sign for the market. */
async function ready(from: string | undefined, password: string | undefined): Promise<Ready | { is: SigningNeed }> {
  const { passMarket } = (await chainConfig()).contracts
  if (!passMarket) return { is: 'not-here' }
  const market = passMarket as Address
  const wallet = await payingWallet(from)
  if (!wallet) return { is: 'no-wallet' }
  const active = await activeWallet(wallet, password)
  if (active.is !== 'ready') return { is: active.is }
  const reader = await readingClient()
  const [{ counter }, { timestamp }] = await Promise.all([
    readMarketAccount(reader, { market, account: wallet.address as Address }),
    getBlock(reader),
  ])
  return { is: 'ready', client: active.client, market, counter, nowS: timestamp }
}

/** In the smallest unit of `token`; of the chain's own coin where it is null. */
type Price = { price: bigint; token: string | null }
/** `expiryS`: what the page shows of the pass, which must not end earlier when it is sold; zero is no demand. */
export type ListingTerms = { from: string; collection: string; tokenId: string; moves: number; days: number; expiryS: bigint } & Price

/** Signs a listing; nothing is sent to the chain. */
export async function signListing({ from, collection, tokenId, moves, price, token, days, expiryS }: ListingTerms, password?: string) {
  const signer = await ready(from, password)
  if (signer.is !== 'ready') return signer
  const { client, market, counter, nowS } = signer
  const deadline = nowS + BigInt(days) * daysS
  const ask = {
    nft: collection as Address,
    id: BigInt(tokenId),
    tokenNonce: BigInt(moves),
    price,
    token: (token ?? zeroAddress) as Address,
    minExpiry: expiryS,
  }
  const { order, signature } = await signAsk(client, { market, ask: { ...ask, deadline, nonce: freshNonce(), counter } })
  return { is: 'signed' as const, body: { ...wordsOf(order), tokenId, moves, signature } }
}

/** What the pass must be good for: so many days from now, or until a second. Zero is no demand but that it has not ended. */
export type Demand = { days: number } | { untilS: bigint }
export type OfferTerms = { collection: string; scope: number; id: string; days: number; demand: Demand } & Price

/** Signs an offer; nothing is sent to the chain. */
export async function signOffer({ collection, scope, id, price, token, days, demand }: OfferTerms, password?: string) {
  const signer = await ready(undefined, password)
  if (signer.is !== 'ready') return signer
  const { client, market, counter, nowS } = signer
  const deadline = nowS + BigInt(days) * daysS
  const minExpiry = 'untilS' in demand ? demand.untilS : demand.days === 0 ? 0n : nowS + BigInt(demand.days) * daysS
  const bid = { nft: collection as Address, scope, id: BigInt(id), price, token: (token ?? zeroAddress) as Address, minExpiry }
  const { order, signature } = await signBid(client, { market, bid: { ...bid, deadline, nonce: freshNonce(), counter } })
  return { is: 'signed' as const, body: { ...wordsOf(order), scope, id, signature } }
}

type Words = {
  maker: string
  nft: string
  price: bigint
  token: Address
  minExpiry: bigint
  deadline: bigint
  nonce: bigint
  counter: bigint
}

const wordsOf = ({ maker, nft, price, token, minExpiry, deadline, nonce, counter }: Words) => ({
  maker: maker as Address,
  nft: nft as Address,
  price: price.toString(),
  minExpiry: Number(minExpiry),
  token: token === zeroAddress ? null : token,
  deadline: Number(deadline),
  nonce: nonce.toString(),
  counter: counter.toString(),
})
