/** A coin that is not the chain's own: a dollar token. */
export type Coin = { token: string; symbol: string; decimals: number }
/** Toward less, for what one has or gets; toward more, for what one pays. */
export type Round = 'down' | 'up'

/** What of a number is read at a glance. */
const significant = 4
/** Below this many digits after the point nothing is shown but that there is something. */
const finest = 9
const scales = [
  [15, 'Q'],
  [12, 'T'],
  [9, 'B'],
  [6, 'M'],
] as const

const power = (exponent: number): bigint => 10n ** BigInt(exponent)

/** Units as the shortest exact decimal text, as it stands in a field and reads back as itself. */
export function formatIn(units: bigint, decimals: number): string {
  const fraction = (units % power(decimals)).toString().padStart(decimals, '0').replace(/0+$/, '')
  return `${units / power(decimals)}${fraction ? `.${fraction}` : ''}`
}

/** Wei as the shortest exact decimal text. */
export const formatAmount = (wei: bigint): string => formatIn(wei, 18)

const grouped = (text: string): string => text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','))

/** Every digit: “1,234.567890123456789012”. */
export const exact = (units: bigint, decimals: number): string =>
  units < 0n ? `−${exact(-units, decimals)}` : grouped(formatIn(units, decimals))

/** How many of the last digits are not shown: whole units are never cut below a million. */
function hiddenDigits(units: bigint, decimals: number): number {
  const beyond = Math.max(0, units.toString().length - significant)
  const isMillions = units >= power(decimals + 6)
  return Math.max(isMillions ? beyond : Math.min(beyond, decimals), decimals - finest)
}

/**
 * The one way that amounts are shown: four significant digits, “12.34M” from a million on, never “−0” and never through a
 * float. Whoever asks gets `exact` (see `ui/figure.tsx`).
 */
export function short(units: bigint, decimals: number, round: Round = 'down'): string {
  if (units < 0n) return `−${short(-units, decimals, round === 'up' ? 'down' : 'up')}`
  if (units === 0n) return '0'
  const step = power(hiddenDigits(units, decimals))
  const cut = (units / step) * step
  const shown = round === 'up' && cut < units ? cut + step : cut
  if (shown === 0n) return `< ${formatIn(step, decimals)}`
  const [exponent, letter] = scales.find(([digits]) => shown >= power(decimals + digits)) ?? [0, '']
  return `${grouped(formatIn(shown, decimals + exponent))}${letter}`
}

/** With its sign: “+0.2”, “−1”, “0”. What is too little to be shown has none. */
export function signed(units: bigint, decimals: number): string {
  const size = short(units < 0n ? -units : units, decimals)
  if (units === 0n) return '0'
  return size.startsWith('<') ? '≈ 0' : `${units < 0n ? '−' : '+'}${size}`
}

export const nativeCoin = { symbol: 'CORE', decimals: 18 }

/** For people: an amount of a coin, or of the chain's own without one. */
export const amountOf = (units: bigint, coin: Coin | undefined, round: Round = 'down'): string => {
  const { symbol, decimals } = coin ?? nativeCoin
  return `${short(units, decimals, round)} ${symbol}`
}

/** For people: wei with their unit. */
export const core = (wei: bigint, round: Round = 'down'): string => amountOf(wei, undefined, round)
