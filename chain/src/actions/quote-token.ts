import type { Address } from 'viem'
import { getBlock } from 'viem/actions'
import type { ReadingClient } from '../clients.ts'
import { after, type CurveState, costOf, type Purchase, purchaseFor, type Sale, saleOf, spotPriceOf, unmade } from '../curve.ts'
import type { TokenTerms } from '../token-terms.ts'
import { readToken } from './read-personal-token.ts'

/** What a purchase does, to the wei if nothing comes between: also what selling it all right back would give. */
export type BuyQuote = Purchase & {
  /** The price of the next token before and after, in wei per whole token. */
  priceWei: bigint
  priceAfterWei: bigint
  /** Wei received by whoever sells right back, and the loss in basis points of what was paid. */
  backWei: bigint
  lossBps: number
  nowS: bigint
}

/** What a sale does. */
export type SellQuote = Sale & { priceWei: bigint; priceAfterWei: bigint; nowS: bigint }

/** Which token: one that exists, or one that its first purchase will make on these terms. */
export type TokenAsked = { token: Address; terms?: TokenTerms | undefined }

/** What a value buys now; null if it buys nothing. In the launch window this is the worst case until any deadline. */
export async function quoteBuyToken(client: ReadingClient, asked: TokenAsked & { valueWei: bigint }): Promise<BuyQuote | null> {
  const state = await stateOf(client, asked)
  return state && withTruth(state, purchaseFor(state, asked.valueWei))
}

/** What exactly so many tokens cost now; null if there are not that many. */
export async function quoteBuyTokenExact(client: ReadingClient, asked: TokenAsked & { amount: bigint }): Promise<BuyQuote | null> {
  const state = await stateOf(client, asked)
  return state && withTruth(state, costOf(state, asked.amount))
}

/** What a sale pays now; null if there are not that many tokens. */
export async function quoteSellToken(client: ReadingClient, asked: TokenAsked & { amount: bigint }): Promise<SellQuote | null> {
  const state = await stateOf(client, asked)
  const sale = state && saleOf(state, asked.amount)
  if (!sale) return null
  const left = { ...state, supply: state.supply - asked.amount }
  return { ...sale, priceWei: spotPriceOf(state), priceAfterWei: spotPriceOf(left), nowS: state.nowS }
}

/** The quote of a purchase on a known state. */
export function withTruth(state: CurveState, purchase: Purchase | null): BuyQuote | null {
  if (!purchase) return null
  const then = after(state, purchase)
  const backWei = saleOf(then, purchase.out)?.outWei ?? 0n
  const lossBps = Number(((purchase.valueWei - backWei) * 10_000n) / purchase.valueWei)
  return { ...purchase, priceWei: spotPriceOf(state), priceAfterWei: spotPriceOf(then), backWei, lossBps, nowS: state.nowS }
}

async function stateOf(client: ReadingClient, { token, terms }: TokenAsked): Promise<CurveState | null> {
  const known = await readToken(client, { token })
  if (known || !terms) return known
  const { timestamp } = await getBlock(client, { blockTag: 'latest', includeTransactions: false })
  return unmade(terms, timestamp)
}
