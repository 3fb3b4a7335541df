/** A coin that is not the chain's own: a dollar token. */
export type Coin = { token: string; symbol: string; decimals: number }

/** Wei in one CORE. */
const one = 10n ** 18n

/** Reads a decimal text such as “0.42” as wei, never through a float; null for anything else, also for more than 18 decimals. */
export function parseAmount(text: string): bigint | null {
  const parts = /^(\d{1,20})(?:\.(\d{1,18}))?$/.exec(text.trim())
  if (!parts) return null
  const [, units = '0', fraction = ''] = parts
  return BigInt(units) * one + BigInt(fraction.padEnd(18, '0'))
}

/** Wei as the shortest exact decimal text: what `parseAmount` reads back. */
export function formatAmount(wei: bigint): string {
  const fraction = (wei % one).toString().padStart(18, '0').replace(/0+$/, '')
  return `${wei / one}${fraction ? `.${fraction}` : ''}`
}

/** For people: at most six decimals, rounded up where `up` asks for it, with the unit. */
export function core(wei: bigint, round: 'down' | 'up' = 'down'): string {
  const step = 10n ** 12n
  const cut = (wei / step) * step
  const shown = round === 'up' && cut < wei ? cut + step : cut
  const [units = '0', fraction] = formatAmount(shown).split('.')
  return `${units.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction ? `.${fraction}` : ''} CORE`
}

/** Reads a decimal text in units of a coin; null where `parseAmount` would be, also for more decimals than the coin has. */
export function parseIn(text: string, decimals: number): bigint | null {
  const wei = parseAmount(text)
  const step = 10n ** BigInt(18 - decimals)
  return wei === null || wei % step !== 0n ? null : wei / step
}

/** The shortest exact decimal text of an amount of a coin: what `parseIn` reads back. */
export const formatIn = (units: bigint, decimals: number): string => formatAmount(units * 10n ** BigInt(18 - decimals))

/** For people: an amount of a coin, or of the chain's own without one. */
export const amountOf = (units: bigint, coin: Coin | undefined, round: 'down' | 'up' = 'down'): string =>
  coin ? core(units * 10n ** BigInt(18 - coin.decimals), round).replace('CORE', coin.symbol) : core(units, round)
