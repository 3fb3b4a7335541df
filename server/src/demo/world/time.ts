import type { Random } from '../art/random.ts'
import type { Offset } from './types.ts'

/** Sixty seconds in milliseconds. */
export const minute = 60_000
/** Sixty minutes in milliseconds. */
export const hour = 60 * minute
/** Twenty-four hours in milliseconds. */
export const day = 24 * hour

/** A whole second after `from` and before `to`; a high `haste` puts most of them close to `from`. */
export const momentBetween = (random: Random, from: Offset, to: Offset, haste = 1): Offset => {
  const seconds = Math.floor((to - from) / 1_000) - 2
  return from + (1 + Math.floor(random.next() ** haste * seconds)) * 1_000
}
