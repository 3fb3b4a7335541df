import { type Address, type Hash, zeroAddress } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import { passMarketAbi } from '../abi/pass-market.ts'
import type { SigningClient } from '../clients.ts'
import type { Ask, Bid } from '../orders.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'
import type { Signed } from './sign-order.ts'

// The pass's refusals come up through the market.
const abi = [...passMarketAbi, ...accessPassAbi.filter((entry) => entry.type === 'error')] as const

const coinsFor = ({ order }: Signed<Ask>): bigint => (order.token === zeroAddress ? order.price : 0n)

/** Buys a listed pass for exactly its price; an ERC-20 price is taken from the allowance given to the market. */
export async function buyListing(client: SigningClient, { market, listing }: { market: Address; listing: Signed<Ask> }): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: market,
    abi,
    functionName: 'buyListed',
    args: [listing.order, listing.signature],
    value: coinsFor(listing),
  })
  return writeContract(client, request)
}

/** Buys several, all or none. */
export async function buyListings(
  client: SigningClient,
  { market, listings }: { market: Address; listings: readonly Signed<Ask>[] },
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: market,
    abi,
    functionName: 'buyMany',
    args: [listings.map(({ order }) => order), listings.map(({ signature }) => signature)],
    value: listings.reduce((sum, listing) => sum + coinsFor(listing), 0n),
  })
  return writeContract(client, request)
}

/** Sells the caller's pass to the maker of an offer. */
export async function acceptBid(
  client: SigningClient,
  { market, offer, id }: { market: Address; offer: Signed<Bid>; id: bigint },
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: market,
    abi,
    functionName: 'acceptBid',
    args: [offer.order, offer.signature, id],
  })
  return writeContract(client, request)
}
