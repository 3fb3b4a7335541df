import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { backedBy } from '../testing/backing.ts'
import { databaseUrl } from '../testing/database-url.ts'
import { nobody, transactOn } from './ctx.ts'
import { type Db, departureOf, openDb } from './db.ts'

let db: Db
beforeAll(() => {
  db = openDb(databaseUrl(inject('databaseUrl'), 'corefans_template'), 4)
})
afterAll(() => db.close())

const depart = departureOf
const pid = async () => {
  const sql = await depart(db.sql)?.()
  return (await sql?.<{ pid: number }>('select pg_backend_pid() as pid'))?.[0]?.pid
}

test('E1 look-ups of one turn leave together, and those that come while it is under way leave on the other connection', async () => {
  const together = await Promise.all([pid(), pid(), pid()])
  expect(new Set(together).size).toBe(1)
  const first = await depart(db.sql)?.()
  const slow = first?.('select pg_sleep(0.2)')
  const [one, two] = await Promise.all([pid(), pid()])
  expect([one === two, typeof one]).toEqual([true, 'number'])
  await slow
})

test('E1 while both connections are busy look-ups gather, and leave in one round', async () => {
  const first = await depart(db.sql)?.()
  const long = first?.('select pg_sleep(0.4)')
  const second = await depart(db.sql)?.()
  const short = second?.('select pg_sleep(0.2)')
  const [one, two] = await Promise.all([depart(db.sql)?.(), depart(db.sql)?.()])
  expect([second === first, one === two, one === second]).toEqual([false, true, true])
  await Promise.all([short, long])
})

test('E1 a refused statement leaves the others of its round alone, and a lost connection is opened again', async () => {
  const sql = await depart(db.sql)?.()
  const round = await Promise.allSettled([sql?.('select 1 as n'), sql?.('select 1 / 0'), sql?.('select 2 as n')])
  expect(round.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  const before = await pid()
  await db.sql('select pg_terminate_backend($1)', [before])
  await expect.poll(() => pid().catch(() => before)).not.toBe(before)
  expect(await pid()).toBeTypeOf('number')
})

test('E3 statements of a transaction that leave together run in order, and see what those before them did', async () => {
  const transact = transactOn(backedBy(db), new Map(), () => {})
  const counted = await transact(nobody, async ({ sql }) => {
    await sql('create temporary table pipelined (n int) on commit drop')
    const count = () => sql<{ n: number }>('select count(*)::int as n from pipelined')
    const [first, , second] = await Promise.all([count(), sql('insert into pipelined values (1), (2)'), count()])
    return [first[0]?.n, second[0]?.n]
  })
  expect(counted).toEqual([0, 2])
})

test('E3 a command that swallows a refused statement is not told that it was kept', async () => {
  const transact = transactOn(backedBy(db), new Map(), () => {})
  const swallowing = transact(nobody, async ({ sql }) => {
    await sql('select 1 / 0').catch(() => {})
    return 'kept'
  })
  await expect(swallowing).rejects.toThrow('was refused')
  expect(await transact(nobody, async ({ sql }) => (await sql<{ n: number }>('select 1 as n'))[0]?.n)).toBe(1)
})
