import { http } from './problems.ts'

/** A place in a list ordered by time, then id. */
export type Place = { at: string; id: string }

const shape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,6}Z)_([0-9a-f-]{36})$/

/** The opaque cursor of a row; `at` is an ISO instant with microseconds, as PostgreSQL keeps it. */
export const cursorOf = (place: Place): string => Buffer.from(`${place.at}_${place.id}`).toString('base64url')

/** The place a cursor names, or null for the beginning. Throws http/bad-cursor for one that we did not write. */
export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null
  const match = shape.exec(Buffer.from(cursor, 'base64url').toString())
  const [, at, id] = match ?? []
  if (!at || !id || Number.isNaN(Date.parse(at)) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw http['bad-cursor']()
  return { at, id }
}

/** SQL for `at` in a cursor: microseconds survive, which a JavaScript Date would cut. */
export const cursorAt = (column: string): string => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Cuts the one row too many that a list query asks for, and says where the next page begins. */
export function pageOf<Row extends { id: string; cursorAt: string }, View>(rows: readonly Row[], limit: number, views: readonly View[]) {
  const last = rows[limit - 1]
  return { items: views.slice(0, limit), nextCursor: rows.length > limit && last ? cursorOf({ at: last.cursorAt, id: last.id }) : null }
}
