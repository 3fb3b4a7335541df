import { http } from '../../kernel/problems.ts'

const shape = /^(\d{1,78})_(\d{1,10}|0x[0-9a-f]{40})$/

/** The opaque cursor of a row whose order is a number and something that tells equals apart. */
export const cursorOf = (number: string | number, other: string | number): string => Buffer.from(`${number}_${other}`).toString('base64url')

/** The two parts of a cursor, or null for the beginning. Throws http/bad-cursor for one that we did not write. */
export function placeOf(cursor: string | undefined, other: 'number' | 'address'): [string, string] | null {
  if (cursor === undefined) return null
  const [, first, second] = shape.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (!first || !second || second.startsWith('0x') !== (other === 'address')) throw http['bad-cursor']()
  return [first, second]
}

/** Cuts the one row too many that a list query asks for, and says where the next page begins. */
export function cut<Row>(
  rows: readonly Row[],
  limit: number,
  cursor: (last: Row) => string,
): { rows: readonly Row[]; nextCursor: string | null } {
  const last = rows[limit - 1]
  return { rows: rows.slice(0, limit), nextCursor: rows.length > limit && last ? cursor(last) : null }
}
