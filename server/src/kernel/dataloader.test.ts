import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { backedBy } from '../testing/backing.ts'
import { databaseUrl } from '../testing/database-url.ts'
import { nobody, transactOn } from './ctx.ts'
import { dataloader, pairKey, pairsOf } from './dataloader.ts'
import { type Db, openDb, type Sql } from './db.ts'

let db: Db
beforeAll(() => {
  db = openDb(databaseUrl(inject('databaseUrl'), 'corefans_template'), 2)
})
afterAll(() => db.close())

const counting = () => {
  const asked: string[][] = []
  const find = dataloader<{ key: string; n: number }>(
    async (read, keys) => {
      asked.push([...keys])
      return read.sql(`select k as key, n from unnest($1::text[]) k, generate_series(1, length(k)) n order by n desc`, [keys])
    },
    (row) => row.key,
  )
  return { asked, find }
}
const short = (rows: { key: string; n: number }[]) => rows.map(({ key, n }) => `${key}${n}`)

test('look-ups of one turn are one query, and each caller gets its own rows in the order of its keys', async () => {
  const { asked, find } = counting()
  const [one, two, none] = await Promise.all([find(db, ['bb', 'a']), find(db, ['a', 'ccc', 'a']), find(db, [])])
  expect(asked).toEqual([['bb', 'a', 'ccc']])
  expect([short(one), short(two), none]).toEqual([['bb2', 'bb1', 'a1'], ['a1', 'ccc3', 'ccc2', 'ccc1'], []])
  await find(db, ['a'])
  expect(asked).toHaveLength(2)
})

test('a transaction asks for itself, and a failure reaches everybody who waits and nobody after them', async () => {
  const { asked, find } = counting()
  const transact = transactOn(backedBy(db), new Map(), () => {})
  await Promise.all([transact(nobody, (ctx) => find(ctx, ['a'])), transact(nobody, (ctx) => find(ctx, ['a'])), find(db, ['a'])])
  expect(asked).toEqual([['a'], ['a'], ['a']])
  let broken = true
  const flaky = dataloader<{ key: string }>(
    async (read: { sql: Sql }, keys) =>
      read.sql(broken ? 'select nothing' : 'select k as key from unnest($1::text[]) k', broken ? [] : [keys]),
    (row) => row.key,
  )
  expect((await Promise.allSettled([flaky(db, ['a']), flaky(db, ['b'])])).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  broken = false
  expect(await flaky(db, ['b'])).toEqual([{ key: 'b' }])
})

test('a pair of ids survives being a key', () => {
  expect(pairsOf([pairKey('a', 'b'), pairKey('c', null)])).toEqual([
    ['a', 'c'],
    ['b', null],
  ])
})
