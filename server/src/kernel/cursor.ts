import { isInstant } from '@corefans/shared/values/time.ts'
import { isUint } from '@corefans/shared/values/uint.ts'
import { http } from './problems.ts'

/** Whether a text is a value of a column: what passes can be compared with the column and never fails in the database. */
type Domain = (text: string) => boolean

const within =
  (bits: bigint): Domain =>
  (text) =>
    /^-?\d{1,20}$/.test(text) && BigInt(text) >= -(2n ** bits) && BigInt(text) < 2n ** bits

/** The columns that lists are ordered by. */
export const column = {
  /** timestamptz with microseconds, which a JavaScript Date would cut. */
  instant: (text) => /\.\d{1,6}Z$/.test(text) && isInstant(text),
  int: within(31n),
  bigint: within(63n),
  /** numeric(78, 0) as the chain fills it. */
  uint256: isUint(256),
  /** Any whole numeric that our keys are computed as. */
  numeric: (text) => /^-?\d{1,78}$/.test(text),
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  address: (text) => /^0x[0-9a-f]{40}$/.test(text),
  /** A transaction's or an order's digest. */
  hash: (text) => /^0x[0-9a-f]{64}$/.test(text),
} as const satisfies Record<string, Domain>

type PlaceOf<Columns> = { [Name in keyof Columns]: string }
export type Cursor<Columns> = {
  /** The place that a cursor names, or null for the beginning. Throws http/bad-cursor for one that we did not write. */
  read: (cursor: string | undefined) => PlaceOf<Columns> | null
  /** Cuts the one row too many that a list query asks for, and says where the next page begins. */
  cut: <Row>(rows: readonly Row[], limit: number, placeOf: (last: Row) => { [Name in keyof Columns]: string | number }) => Cut<Row>
}
type Cut<Row> = { rows: readonly Row[]; nextCursor: string | null }

/** The cursor of a list that is ordered by these columns; opaque to whoever carries it. */
export function cursorBy<const Columns extends Record<string, Domain>>(columns: Columns): Cursor<Columns> {
  const names = Object.keys(columns)
  return {
    read: (cursor) => {
      if (cursor === undefined) return null
      const parts = Buffer.from(cursor, 'base64url').toString().split('_')
      if (parts.length !== names.length || !names.every((name, i) => columns[name]?.(parts[i] ?? ''))) throw http['bad-cursor']()
      return Object.fromEntries(names.map((name, i) => [name, parts[i]])) as PlaceOf<Columns>
    },
    cut: (rows, limit, placeOf) => {
      const last = rows[limit - 1]
      if (rows.length <= limit || !last) return { rows: rows.slice(0, limit), nextCursor: null }
      const place: Record<string, string | number> = placeOf(last)
      return { rows: rows.slice(0, limit), nextCursor: Buffer.from(names.map((name) => place[name]).join('_')).toString('base64url') }
    },
  }
}

const byTime = cursorBy({ at: column.instant, id: column.uuid })

/** A place in a list ordered by time, then id; `at` is an ISO instant with microseconds, as PostgreSQL keeps it. */
export type Place = { at: string; id: string }

/** The place that a cursor of a list by time names, or null for the beginning. Throws http/bad-cursor. */
export const placeOf = (cursor: string | undefined): Place | null => byTime.read(cursor)

/** SQL for `at` in a cursor: microseconds survive, which a JavaScript Date would cut. */
export const cursorAt = (column: string): string => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** A page of a list by time: its views without the one row too many, and where the next page begins. */
export function pageOf<Row extends { id: string; cursorAt: string }, View>(rows: readonly Row[], limit: number, views: readonly View[]) {
  const { nextCursor } = byTime.cut(rows, limit, ({ cursorAt: at, id }) => ({ at, id }))
  return { items: views.slice(0, limit), nextCursor }
}
