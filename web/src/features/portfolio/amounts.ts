import { short, signed } from '../../lib/wallet/amount.ts'

export type Currency = 'core' | 'usd'
/** What an amount is of: its sign, and how many digits it has after the point. */
export type Counted = { symbol: string; decimals: number }

export const coins: Record<Currency, Counted> = { core: { symbol: 'CORE', decimals: 18 }, usd: { symbol: 'tUSD', decimals: 6 } }

/** An amount of a currency, for people; a dash where there is none. */
export const inCurrency = (units: string | null, currency: Currency): string =>
  units === null ? '–' : `${short(BigInt(units), coins[currency].decimals)} ${coins[currency].symbol}`

/** The same with its sign: “+0.2 CORE”, “−3 tUSD”. */
export const gain = (units: string | null, currency: Currency): string =>
  units === null ? '–' : `${signed(BigInt(units), coins[currency].decimals)} ${coins[currency].symbol}`

/** What an amount of any ledger asset counts; a pass is one piece. */
export function countedIn(asset: string): Counted {
  if (asset === 'native') return coins.core
  if (asset.includes('/')) return { symbol: 'pass', decimals: 0 }
  return asset.startsWith('token:') ? { symbol: 'tokens', decimals: 18 } : coins.usd
}
