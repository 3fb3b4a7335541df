import { z } from 'zod'

const shape = /^(\d{4})-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/
const firstYear = 1970

/**
 * Whether a text is an ISO 8601 instant in UTC of a day that the calendar has, in the years that our columns keep: from
 * 1970 to 9999. A parser that is kinder makes March of 30 February.
 */
export function isInstant(text: string): boolean {
  const year = shape.exec(text)?.[1]
  if (year === undefined || Number(year) < firstYear) return false
  const ms = Date.parse(text)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 19) === text.slice(0, 19)
}

/** An instant that somebody sends. */
export const Instant = z.iso.datetime().refine(isInstant, `must be an instant in UTC from ${firstYear} on`)
