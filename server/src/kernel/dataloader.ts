import { departureOf, type Sql } from './db.ts'

type Reading = { sql: Sql }
type Find<Row> = (read: Reading, keys: readonly string[]) => Promise<Row[]>
type Batch<Row> = { keys: Set<string>; found: Promise<Map<string, Row[]>> }

/**
 * Look-ups by key that are asked for before the next departure become one query, whoever asks: a page of 20 posts costs a
 * dozen look-ups, and what each costs most is its write to the socket (measured: 36 % of the CPU of a feed was writev).
 * Rows come in the order of the keys, and within a key as the query orders them. A transaction sees its own changes, so
 * its look-ups are never shared.
 */
export function dataloader<Row>(find: Find<Row>, keyOf: (row: Row) => string): Find<Row> {
  const open = new WeakMap<Sql, Batch<Row>>()

  const begin = (read: Reading, depart: () => Promise<Sql>): Batch<Row> => {
    const keys = new Set<string>()
    const found = depart().then(async (sql) => {
      open.delete(read.sql)
      return byKey(await find({ sql }, [...keys]), keyOf)
    })
    const batch = { keys, found }
    open.set(read.sql, batch)
    return batch
  }

  return async (read, keys) => {
    if (keys.length === 0) return []
    const depart = departureOf(read.sql)
    if (!depart) return inOrder(byKey(await find(read, keys), keyOf), keys)
    const batch = open.get(read.sql) ?? begin(read, depart)
    for (const key of keys) batch.keys.add(key)
    return inOrder(await batch.found, keys)
  }
}

function byKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

const inOrder = <Row>(groups: ReadonlyMap<string, Row[]>, keys: readonly string[]): Row[] =>
  [...new Set(keys)].flatMap((key) => groups.get(key) ?? [])

/** A key of two ids, and back: what two people or a person and a thing have in common. */
export const pairKey = (a: string, b: string | null): string => `${a} ${b ?? ''}`
export function pairsOf(keys: readonly string[]): [first: string[], second: (string | null)[]] {
  const pairs = keys.map((key) => key.split(' ') as [string, string])
  return [pairs.map(([a]) => a), pairs.map(([, b]) => b || null)]
}
