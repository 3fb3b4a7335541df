import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabaseBefore } from '../../testing/older-database.ts'

let older: Awaited<ReturnType<typeof aDatabaseBefore>>
beforeAll(async () => {
  older = await aDatabaseBefore('202611280946_counter_rows.sql')
})
afterAll(() => older.db.close())

test('D4 counters keep their numbers when they become rows, and who has none keeps a row of their fans', async () => {
  const { db } = older
  const [maya, nobody] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
  for (const [id, handle] of [
    [maya, 'maya'],
    [nobody, 'nobody'],
  ]) {
    await db.sql(`insert into accounts (id, created_at) values ($1, now())`, [id])
    await db.sql(`insert into profiles (account_id, handle, name, joined_at) values ($1, $2, $2, now())`, [id, handle])
  }
  await db.sql(`insert into profile_counters values ($1, 1, 2, 3, 4, 5, 6, 7, 8), ($2, 0, 0, 0, 0, 0, 0, 0, 0)`, [maya, nobody])
  await older.migrate()
  const rows = await db.sql<{ id: string; counts: object }>(
    `select account_id as id, jsonb_object_agg(kind, n) as counts from profile_counters group by 1 order by 1`,
  )
  expect(rows).toEqual([
    { id: maya, counts: { posts: 1, images: 2, videos: 3, audio: 4, streams: 5, likes: 6, fans: 7, following: 8 } },
    { id: nobody, counts: { fans: 0 } },
  ])
})
