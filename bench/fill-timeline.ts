import { type Ctx, nobody, transactOn } from '../server/src/kernel/ctx.ts'
import type { Db } from '../server/src/kernel/db.ts'
import { keepTimelines } from '../server/src/modules/posts/timeline/keep-timelines.ts'
import { sizesOf } from '../server/src/modules/posts/timeline/rules.ts'
import { backedBy } from '../server/src/testing/backing.ts'
import { setCount } from './fill.ts'
import { sqlId, sqlTokenHash } from './names.ts'
import { median, rounded } from './stats.ts'
import { say } from './world.ts'

const authors = 20_000
const postsEach = 50
export const posts = authors * postsEach
/** Two crowds for each number of followees: one is pulled for, the other has timelines, and their n-th members follow the same people. */
export const crowdSize = 100
export type Crowd = { followees: number; hasTimeline: boolean; first: number }
export const crowdsOf = (followees: number, first: number): [pull: Crowd, timeline: Crowd] => [
  { followees, hasTimeline: false, first },
  { followees, hasTimeline: true, first: first + crowdSize },
]
export const accountsOf = ({ first }: Crowd): number[] => Array.from({ length: crowdSize }, (_, i) => first + i)

const account = (n: string) => sqlId('account', n)
const post = (n: string) => sqlId('post', n)

/** A million posts of 20,000 authors, one in ten for followers, and crowds who follow some of them. */
export async function fillTimelines(db: Db, crowds: readonly Crowd[]): Promise<void> {
  const last = Math.max(...crowds.map(({ first }) => first)) + crowdSize
  say(`${posts} posts of ${authors} authors, ${crowds.length} crowds of ${crowdSize}`)
  const everybody = `generate_series(1, ${last}) i`
  const n = `((k * ${authors}) + a)`
  const all = `generate_series(0, ${postsEach - 1}) k, generate_series(1, ${authors}) a`
  const client = await db.pool.connect()
  try {
    for (const statement of [
      // What is inserted names rows that are inserted too: checking each key would take longer than the rows.
      `set session_replication_role = replica`,
      `drop index posts_author, posts_newest`,
      `insert into accounts (id, created_at) select ${account('i')}, now() from ${everybody}`,
      `insert into profiles (account_id, handle, name, joined_at) select ${account('i')}, 'b' || i, 'Person ' || i, now() from ${everybody}`,
      `insert into sessions (token_hash, account_id, device, created_at, last_seen_at, expires_at) select ${sqlTokenHash('i')}, ${account('i')}, 'bench', now(), now(), now() + interval '30 days' from generate_series(${authors + 1}, ${last}) i`,
      `insert into posts (id, author_id, text, created_at)
         select ${post(n)}, ${account('a')}, 'Words of a post that people read, ' || ${n}, now() - (k * ${authors} + (a * 7919) % ${authors}) * interval '1 second' from ${all}`,
      `insert into subjects (id, kind, owner_id, gate) select ${post(n)}, 'post', ${account('a')}, case when a % 10 = 0 then '"followers"'::jsonb else '"public"'::jsonb end from ${all}`,
      ...crowds.map(
        ({ first, followees }) =>
          `insert into follows (follower_id, followee_id, at) select ${account(`(${first} + v)`)}, ${account(`(1 + (v * 7 + f * 9) % ${authors})`)}, now()
             from generate_series(0, ${crowdSize - 1}) v, generate_series(0, ${followees - 1}) f`,
      ),
      // The reconciler finds nothing to heal while pages are measured.
      setCount('posts', `select ${account('a')}, ${postsEach} from generate_series(1, ${authors}) a`),
      setCount('following', `select follower_id, count(*) from follows group by 1`),
      setCount('fans', `select p.account_id, (select count(*) from follows f where f.followee_id = p.account_id) from profiles p`),
      `create index posts_author on posts (author_id, created_at desc, id desc) where deleted_at is null`,
      `create index posts_newest on posts (created_at desc, id desc) where deleted_at is null`,
      `set session_replication_role = origin`,
      `vacuum analyze posts, subjects, follows, accounts, profiles, profile_counters, sessions`,
    ])
      await client.query(statement)
  } finally {
    client.release()
  }
}

/** Lets the product write the timelines of these crowds; answers what one takes: milliseconds in the middle, by followees, and kilobytes. */
export async function openTimelines(db: Db, crowds: readonly Crowd[]): Promise<{ ms: Record<string, number>; kilobytes: number }> {
  const transact = transactOn(backedBy(db), new Map(), () => {})
  const took: Record<string, number> = {}
  for (const crowd of crowds) {
    const each: number[] = []
    for (const n of accountsOf(crowd)) {
      const began = performance.now()
      await transact(nobody, async (ctx: Ctx) => {
        await ctx.sql(`insert into timeline_follow_changes (account_id, author_id) values (${account('$1::int')}, ${account('1')})`, [n])
        await keepTimelines(ctx, { ...sizesOf({ above: 200, kept: 2_000 }), above: crowd.followees - 1 })
      })
      each.push(performance.now() - began)
    }
    took[crowd.followees] = rounded(median(each))
  }
  await db.pool.query('vacuum analyze timelines, timeline_entries, timeline_post_changes, timeline_follow_changes')
  const [size] = await db.sql<{ bytes: number }>(
    `select pg_total_relation_size('timeline_entries') / (select count(*) from timelines) as bytes`,
  )
  const opened = { ms: took, kilobytes: Math.round((size?.bytes ?? 0) / 1_024) }
  say(`timelines written, each: ${JSON.stringify(opened)}`)
  return opened
}
