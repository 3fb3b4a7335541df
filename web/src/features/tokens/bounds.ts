import type { TradeAsked, TradeQuote } from '../../lib/wallet/token-reads.ts'

const BPS = 10_000n

/** The worst that is still agreed to: tokens or wei received at least, wei paid at most. */
export type Bounds = { leastOut: bigint; mostWei: bigint }

/**
 * Whoever spends or sells is bounded in what comes out; whoever wants so many tokens is bounded in what they cost, and
 * gets back what is not needed. The first purchase of a token has its price for sure.
 */
export function boundsOf(does: TradeAsked['does'], quote: TradeQuote, { slipBps, isFirst }: { slipBps: number; isFirst: boolean }): Bounds {
  const slip = BigInt(slipBps)
  if (quote.side === 'sell') return { leastOut: (quote.outWei * (BPS - slip)) / BPS, mostWei: 0n }
  if (isFirst) return { leastOut: quote.out, mostWei: quote.valueWei }
  if (does === 'get') return { leastOut: quote.out, mostWei: (quote.valueWei * (BPS + slip)) / BPS }
  return { leastOut: (quote.out * (BPS - slip)) / BPS, mostWei: quote.valueWei }
}
