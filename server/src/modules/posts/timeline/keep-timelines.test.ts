import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody, onBehalfOf, readOn, transactOn } from '../../../kernel/ctx.ts'
import type { Db } from '../../../kernel/db.ts'
import { backedBy } from '../../../testing/backing.ts'
import { useDatabase } from '../../../testing/database.ts'
import { aDatabaseBefore } from '../../../testing/older-database.ts'
import { postsFollowed } from '../store.ts'
import { cutTimelines, keepTimelines } from './keep-timelines.ts'
import { followedPosts } from './read.ts'
import { fateOf, sizesOf } from './rules.ts'

const database = useDatabase()
const sizes = sizesOf({ above: 10, kept: 40 })
const transact = () => transactOn(backedBy(database().db), new Map(), () => {})
const id = (kind: number, n: number) => `00000000-0000-${4000 + kind}-8000-${String(n).padStart(12, '0')}`
const idSql = (kind: number, n: string) => `('00000000-0000-${4000 + kind}-8000-' || lpad((${n})::text, 12, '0'))::uuid`
const fan = id(0, 0)

/** Accounts 0 to `n`; the first follows all others. */
const fill = (db: Db, n: number) =>
  db.pool.query(`
    insert into accounts (id, created_at) select ${idSql(0, 'i')}, now() from generate_series(0, ${n}) i;
    insert into profiles (account_id, handle, name, joined_at) select ${idSql(0, 'i')}, 'p' || i, 'p' || i, now() from generate_series(0, ${n}) i;
    insert into follows (follower_id, followee_id, at) select '${fan}', ${idSql(0, 'i')}, now() from generate_series(1, ${n}) i;`)
/** Posts from `first` to `last`, a minute apart, as their commands leave them. */
const publish = (first: number, last: number) =>
  database().db.pool.query(`
    insert into posts (id, author_id, text, created_at) select ${idSql(1, 'i')}, ${idSql(0, '1 + i % 12')}, 'x', now() - interval '1 day' + i * interval '1 minute' from generate_series(${first}, ${last}) i;
    insert into subjects (id, kind, owner_id, gate) select ${idSql(1, 'i')}, 'post', ${idSql(0, '1 + i % 12')}, '"public"' from generate_series(${first}, ${last}) i;
    insert into timeline_post_changes (post_id, published_at) select id, created_at from posts where id between '${id(1, first)}' and '${id(1, last)}'`)
const one = async (query: string) => (await database().db.sql<{ n: number }>(`select (${query})::int as n`))[0]?.n
const entries = () => one(`select count(*) from timeline_entries`)
const keep = () => transact()(nobody, (ctx) => keepTimelines(ctx, sizes))

test('E2 who follows many has a timeline of the newest posts, and who goes to and fro at the border keeps it', () => {
  const fates = (hasTimeline: boolean) => [7, 8, 10, 11].map((following) => fateOf({ hasTimeline, following }, sizes))
  expect(fates(false)).toEqual(['none', 'none', 'none', 'open'])
  expect(fates(true)).toEqual(['drop', 'mend', 'mend', 'mend'])
})

test('E2 changes are written in portions; what publishing made too long is cut, and every page stays the same', async () => {
  const { db } = database()
  await fill(db, 12)
  await publish(1, 30)
  await db.sql(`insert into timeline_follow_changes (account_id, author_id) values ($1, $2)`, [fan, id(0, 1)])
  expect([await keep(), await keep(), await entries()]).toEqual([true, false, 30])

  await publish(31, 1_130)
  expect([await keep(), await keep(), await keep(), await keep()]).toEqual([true, true, true, false])
  expect(await entries()).toBe(1_130)
  const read = readOn(backedBy(db), onBehalfOf(fan))
  const allPages = async (rowsOf: typeof postsFollowed) => {
    const found: string[] = []
    for (let n = 0; n < 12; n++) {
      const last = found.at(-1)
      const [from] = last
        ? await db.sql<{ at: string; id: string }>(
            `select to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, id from posts where id = $1`,
            [last],
          )
        : [null]
      found.push(...(await rowsOf(read, fan, from ?? null, 9)).slice(0, 9).map((row) => row.id))
    }
    return found
  }
  const before = await allPages(postsFollowed)
  expect(before.length).toBe(108)
  expect(await allPages(followedPosts)).toEqual(before)
  expect(await transact()(nobody, (ctx) => cutTimelines(ctx, null, sizes))).toBe(null)
  expect(await entries()).toBe(sizes.kept)
  expect(await allPages(followedPosts)).toEqual(before)
  // A past that comes later than the floor is pulled, and no entry.
  await db.sql(`insert into timeline_post_changes (post_id, published_at) select id, created_at from posts where id = $1`, [id(1, 5)])
  await keep()
  expect(await entries()).toBe(sizes.kept)
})

let older: Awaited<ReturnType<typeof aDatabaseBefore>>
beforeAll(async () => {
  older = await aDatabaseBefore('202611281140_timelines.sql')
})
afterAll(() => older.db.close())

test('E2 who followed many before there were timelines gets one', async () => {
  await fill(older.db, 101)
  await older.db.sql(`insert into follows (follower_id, followee_id, at) values ($1, $2, now())`, [id(0, 1), fan])
  await older.migrate()
  const noted = await older.db.sql<{ account: string }>(`select account_id as account from timeline_follow_changes`)
  expect(noted).toEqual([{ account: fan }])
  await transactOn(backedBy(older.db), new Map(), () => {})(nobody, (ctx) => keepTimelines(ctx, sizesOf({ above: 100, kept: 40 })))
  expect(await older.db.sql(`select account_id as account from timelines`)).toEqual([{ account: fan }])
})
