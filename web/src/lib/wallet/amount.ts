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
