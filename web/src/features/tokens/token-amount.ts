import { nativeCoin, short } from '../../lib/wallet/amount.ts'

/** Tokens for people: they have the decimals of the chain's own coin. */
export const tokens = (units: bigint | string): string => short(BigInt(units), nativeCoin.decimals)

/** What a token is counted in, with its sign. */
export const tokenCoin = (symbol: string) => ({ symbol: `$${symbol}`, decimals: nativeCoin.decimals })

/** A rise from one price to another, such as “+2.4 %”; never a minus sign of its own. */
export function rise(fromWei: bigint, toWei: bigint): string {
  if (fromWei === 0n) return '0 %'
  const bps = Number(((toWei - fromWei) * 10_000n) / fromWei)
  return `${bps > 0 ? '+' : ''}${percent(bps)}`
}

/** Basis points as percent, without trailing zeros. */
export const percent = (bps: number): string => `${Number((bps / 100).toFixed(2))} %`.replace('-', '−')
