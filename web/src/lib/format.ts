const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
const whole = new Intl.NumberFormat('en')

/** 842 → “842”, 2410 → “2,410”, 18400 → “18.4K”. */
export const count = (n: number): string => (n < 10_000 ? whole.format(n) : compact.format(n))

export const plural = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`

const symbolOf = (asset: string, decimals: number): string => (asset.endsWith(':native') ? 'CORE' : decimals === 6 ? 'tUSD' : '')

/** Base units to a short decimal text, never through a float: 420000000000000000 → “0.42 CORE”. Zero is “Free”. */
export function money({ amount, asset, decimals }: { amount: string; asset: string; decimals: number }): string {
  if (/^0+$/.test(amount)) return 'Free'
  const digits = amount.padStart(decimals + 1, '0')
  const units = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',')
  const fraction = digits
    .slice(digits.length - decimals)
    .slice(0, 6)
    .replace(/0+$/, '')
  const short = units === '0' && !fraction ? '< 0.000001' : `${units}${fraction ? `.${fraction}` : ''}`
  return `${short} ${symbolOf(asset, decimals)}`.trim()
}

/** “30 days”, “1 year”; null is a pass for life. */
export function span(seconds: number | null): string {
  if (seconds === null) return 'for life'
  const days = Math.round(seconds / 86_400)
  if (days >= 365 && days % 365 === 0) return plural(days / 365, 'year')
  if (days >= 1) return plural(days, 'day')
  return seconds >= 3_600 ? plural(Math.round(seconds / 3_600), 'hour') : plural(Math.max(1, Math.round(seconds / 60)), 'minute')
}
