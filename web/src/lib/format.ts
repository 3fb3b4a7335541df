import { short } from './wallet/amount.ts'

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
const whole = new Intl.NumberFormat('en')

/** 842 → “842”, 2410 → “2,410”, 18400 → “18.4K”. */
export const count = (n: number): string => (n < 10_000 ? whole.format(n) : compact.format(n))

export const plural = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`

/** What a price is in; tokens that we do not know have no sign. */
export const symbolOf = ({ asset, decimals }: { asset: string; decimals: number }): string =>
  asset.endsWith(':native') ? 'CORE' : decimals === 6 ? 'tUSD' : ''

/** Money as people read it: 420000000000000000 → “0.42 CORE”. Zero is “Free”. */
export function money({ amount, asset, decimals }: { amount: string; asset: string; decimals: number }): string {
  const units = BigInt(amount)
  return units === 0n ? 'Free' : `${short(units, decimals)} ${symbolOf({ asset, decimals })}`.trim()
}

/** “30 days”, “1 year”; null is a pass for life. */
export function span(seconds: number | null): string {
  if (seconds === null) return 'for life'
  const days = Math.round(seconds / 86_400)
  if (days >= 365 && days % 365 === 0) return plural(days / 365, 'year')
  if (days >= 1) return plural(days, 'day')
  return seconds >= 3_600 ? plural(Math.round(seconds / 3_600), 'hour') : plural(Math.max(1, Math.round(seconds / 60)), 'minute')
}
