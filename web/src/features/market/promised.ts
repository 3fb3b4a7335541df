import { unitsIn } from '../../lib/wallet/read-amount.ts'

const dayS = 86_400
const mostDays = 99_999n

/** The days that an offer for any pass of a tier asks for unless somebody says otherwise: three quarters of its duration; none of one for life. */
export const usualDays = (durationS: number | null): number => (durationS === null ? 0 : Math.floor((durationS * 3) / 4 / dayS))

/** Whole days as typed, at most the tier's duration; null for anything else. */
export function daysIn(text: string, durationS: number | null): number | null {
  const read = unitsIn(text, 0)
  const days = read === null || read > mostDays ? null : Number(read)
  return days !== null && (durationS === null || days * dayS <= durationS) ? days : null
}

/** The expiry that a page shows, as an order demands it: in whole seconds, and none of a pass for life. */
export const shownExpiryS = (expiresAt: string | null): bigint =>
  expiresAt === null ? 0n : BigInt(Math.floor(Date.parse(expiresAt) / 1_000))
