import { http } from '../../kernel/problems.ts'

/** A place in a list ordered by a number, then id. */
export type Place = { key: string; id: string }

const shape = /^(-?\d{1,78})_(0x[0-9a-f]{64})$/

/** The place a cursor names, or null for the beginning. Throws http/bad-cursor for one that we did not write. */
export function placeAfter(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null
  const [, key, id] = shape.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (!key || !id) throw http['bad-cursor']()
  return { key, id }
}

/** Cuts the one row too many that a list query asks for, and says where the next page begins. */
export function paged<Row, View>(rows: readonly Row[], limit: number, views: readonly View[], placeOf: (row: Row) => Place) {
  const last = rows[limit - 1]
  const { key, id } = last ? placeOf(last) : { key: '', id: '' }
  return { items: views.slice(0, limit), nextCursor: rows.length > limit ? Buffer.from(`${key}_${id}`).toString('base64url') : null }
}
