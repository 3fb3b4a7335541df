import { type Address, BaseError, encodeErrorResult, type Hash, InsufficientFundsError, zeroAddress } from 'viem'
import { simulateContract, waitForTransactionReceipt, writeContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import { passMarketAbi } from '../abi/pass-market.ts'
import type { SigningClient } from '../clients.ts'
import { problemOf } from '../errors.ts'
import type { Ask, Bid } from '../orders.ts'
import { allowToken, coverOf } from './allow-token.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'
import type { Signed } from './sign-order.ts'

// The pass's refusals come up through the market.
const abi = [...passMarketAbi, ...accessPassAbi.filter((entry) => entry.type === 'error')] as const
const callOf = (client: SigningClient, market: Address) => ({ account: client.account, address: market, abi }) as const

/** Buys a listed pass for exactly its price; see `buy` for prices in an ERC-20. */
export const buyListing = (client: SigningClient, { market, listing }: { market: Address; listing: Signed<Ask> }): Promise<Hash> =>
  buy(client, { market, listings: [listing] }, async (value) => {
    const args = [listing.order, listing.signature] as const
    const { request } = await simulateContract(client, { ...callOf(client, market), functionName: 'buyListed', args, value })
    return () => writeContract(client, request)
  })

/** Buys several, all or none. */
export const buyListings = (client: SigningClient, deal: { market: Address; listings: readonly Signed<Ask>[] }): Promise<Hash> =>
  buy(client, deal, async (value) => {
    const args = [deal.listings.map(({ order }) => order), deal.listings.map(({ signature }) => signature)] as const
    const { request } = await simulateContract(client, { ...callOf(client, deal.market), functionName: 'buyMany', args, value })
    return () => writeContract(client, request)
  })

/** Sells the caller's pass to the maker of an offer. */
export async function acceptBid(
  client: SigningClient,
  { market, offer, id }: { market: Address; offer: Signed<Bid>; id: bigint },
): Promise<Hash> {
  await mustBeOnChain(client)
  const args = [offer.order, offer.signature, id] as const
  const { request } = await simulateContract(client, { ...callOf(client, market), functionName: 'acceptBid', args }).catch(
    (error: unknown) => {
      throw isNotAllowed(error) ? notCovered() : error
    },
  )
  return writeContract(client, request)
}

/** Tries a purchase that brings so much of the native coin; answers how to send it. */
type Rehearse = (value: bigint) => Promise<() => Promise<Hash>>

/**
 * For prices in an ERC-20 the market is first allowed exactly that much on top of what it may take already, so that offers
 * of the buyer keep their cover. Everything else is tried before: whoever comes too late is not asked to allow anything.
 */
async function buy(
  client: SigningClient,
  { market, listings }: { market: Address; listings: readonly Signed<Ask>[] },
  rehearse: Rehearse,
): Promise<Hash> {
  await mustBeOnChain(client)
  const prices = pricesOf(listings)
  const coins = prices.get(zeroAddress) ?? 0n
  prices.delete(zeroAddress)
  if (prices.size > 0) {
    await rehearse(coins).catch((error: unknown) => {
      if (!isNotAllowed(error)) throw error
    })
    for (const [token, price] of prices) await allowMore(client, { market, token, price })
  }
  const send = await rehearse(coins)
  return send()
}

/** What listings cost, by coin: sums of different coins are never added. */
function pricesOf(listings: readonly Signed<Ask>[]): Map<Address, bigint> {
  const prices = new Map<Address, bigint>()
  for (const { order } of listings) prices.set(order.token, (prices.get(order.token) ?? 0n) + order.price)
  return prices
}

/** An allowance from here on is never used up. */
const endless = 1n << 255n

async function allowMore(client: SigningClient, { market, token, price }: { market: Address; token: Address; price: bigint }) {
  const { balance, allowed } = await coverOf(client, { token, owner: client.account.address, spender: market })
  if (balance < price) throw new InsufficientFundsError()
  if (allowed >= endless) return
  await waitForTransactionReceipt(client, { hash: await allowToken(client, { token, spender: market, amount: allowed + price }) })
}

const isNotAllowed = (error: unknown): boolean => problemOf(error).code === 'payments/not-allowed'

/** A bid in an ERC-20 whose maker no longer holds or allows it: to the seller the same as a bid without offer funds. */
const notCovered = (): Error =>
  Object.assign(new BaseError('the bidder does not hold or allow the price any more'), {
    data: encodeErrorResult({ abi: passMarketAbi, errorName: 'OfferFundsMissing' }),
  })
