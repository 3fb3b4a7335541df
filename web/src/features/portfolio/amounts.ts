import { amountOf, type Coin, core } from '../../lib/wallet/amount.ts'

const tokenUnit = 10n ** 18n

/** Wei with its sign, for people: “+0.2 CORE”, “−1 CORE”, “0 CORE”. */
export function signed(wei: bigint): string {
  if (wei === 0n) return '0 CORE'
  return wei > 0n ? `+${core(wei)}` : `−${core(-wei)}`
}

export type Currency = 'core' | 'usd'
const coins: Record<Currency, Coin | undefined> = { core: undefined, usd: { token: '', symbol: 'tUSD', decimals: 6 } }

/** An amount of a currency, for people; a dash where there is none. */
export const inCurrency = (units: string | null, currency: Currency): string =>
  units === null ? '–' : amountOf(BigInt(units), coins[currency])

/** The same with its sign: “+0.2 CORE”, “−3 tUSD”. */
export function gain(units: string | null, currency: Currency): string {
  if (units === null || units === '0') return inCurrency(units, currency)
  const size = units.replace('-', '')
  return `${size === units ? '+' : '−'}${inCurrency(size, currency)}`
}

/** A quantity of a token in whole tokens, at most four decimals. */
export function tokens(units: bigint): string {
  const whole = units / tokenUnit
  const rest = ((units % tokenUnit) / 10n ** 14n).toString().padStart(4, '0').replace(/0+$/, '')
  return `${whole.toString().replace(/\B(?=(\d{3})+$)/g, ',')}${rest ? `.${rest}` : ''}`
}

/** What an amount of any ledger asset is called. */
export function assetAmount(asset: string, amount: bigint): string {
  if (asset === 'native') return signed(amount)
  const sign = amount < 0n ? '−' : '+'
  const size = amount < 0n ? -amount : amount
  if (asset.includes('/')) return `${sign}1 pass`
  if (asset.startsWith('token:')) return `${sign}${tokens(size)} tokens`
  return `${sign}${dollars(size)} tUSD`
}

const dollars = (units: bigint): string => `${units / 1_000_000n}.${((units % 1_000_000n) / 10_000n).toString().padStart(2, '0')}`
