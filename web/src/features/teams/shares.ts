import { unitsIn } from '../../lib/wallet/read-amount.ts'
import { percentUnit } from '../../ui/amount-field.tsx'

/** “33.33” → 3333 basis points; nothing typed is no share, and null is no percentage at all. */
export function bpsOf(text: string): number | null {
  if (text.trim() === '') return 0
  const bps = unitsIn(text, percentUnit.decimals)
  return bps !== null && bps <= 10_000n ? Number(bps) : null
}

/** Why these shares make no split, as a sentence; null when they do. */
export function whyNotSplit(shares: readonly { bps: number | null; address: string | null }[]): string | null {
  if (shares.some(({ bps }) => bps === null)) return 'Percentages have at most two decimals'
  if (shares.length < 2) return 'A split has at least two people'
  if (shares.length > 20) return 'A split has at most 20 people'
  if (shares.some(({ address }) => address === null)) return 'Everyone with a share needs a wallet'
  const sum = shares.reduce((total, { bps }) => total + (bps ?? 0), 0)
  return sum === 10_000 ? null : `The shares add up to ${sum / 100} %, not 100 %`
}
