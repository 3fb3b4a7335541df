import { formatAmount } from '../../lib/wallet/amount.ts'

const step = 10n ** 14n

/** Tokens for people: at most four decimals, rounded down; less than that says so. */
export function tokens(units: bigint | string): string {
  const amount = BigInt(units)
  const cut = (amount / step) * step
  if (cut === 0n && amount > 0n) return '< 0.0001'
  const [whole = '0', fraction] = formatAmount(cut).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction ? `.${fraction}` : ''}`
}

/** A rise from one price to another, such as “+2.4 %”; never a minus sign of its own. */
export function rise(fromWei: bigint, toWei: bigint): string {
  if (fromWei === 0n) return '0 %'
  const bps = Number(((toWei - fromWei) * 10_000n) / fromWei)
  return `${bps > 0 ? '+' : ''}${percent(bps)}`
}

/** Basis points as percent, without trailing zeros. */
export const percent = (bps: number): string => `${Number((bps / 100).toFixed(2))} %`.replace('-', '−')
