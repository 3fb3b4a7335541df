/** A moment as a field for local time shows it. */
export function localText(ms: number): string {
  const at = new Date(ms)
  return new Date(ms - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

// The contract's bound: a longer loan would be a sale that pays no royalty.
const longestMs = 30 * 86_400_000

/** Why a pass cannot be lent until then, by the chain's clock; undefined if it can. */
export function whyNotUntil(text: string, nowMs: number, expiresAt: string | null): string | undefined {
  const until = Date.parse(text)
  if (Number.isNaN(until)) return 'Choose a day and a time'
  if (until <= nowMs) return 'That has passed'
  if (until > nowMs + longestMs) return 'A loan lasts thirty days at most'
  return expiresAt && until > Date.parse(expiresAt) ? 'Your pass ends before that' : undefined
}
