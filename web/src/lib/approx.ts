// No price feed exists on the devnet: the demo's rate is fixed, and said to be so wherever it is used.
const usdPerCore = { of: 12n, in: 10n }

/** Roughly what an amount is in the other currency, for people: “≈ 6.00 USD” or “≈ 4.16 CORE”. */
export function approx(units: bigint, currency: 'core' | 'usd'): string {
  const cents =
    currency === 'core'
      ? (units * usdPerCore.of * 100n) / (usdPerCore.in * 10n ** 18n)
      : (units * usdPerCore.in * 100n) / (usdPerCore.of * 10n ** 6n)
  const text = `${(cents / 100n).toLocaleString('en')}.${(cents % 100n).toString().padStart(2, '0')}`
  return cents === 0n ? '' : `≈ ${text} ${currency === 'core' ? 'USD' : 'CORE'}`
}
