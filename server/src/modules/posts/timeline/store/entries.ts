import type { Ctx } from '../../../../kernel/ctx.ts'

/** How an account stands: whether it has a timeline, and whom it follows, counted up to one more than was asked. */
export type Standing = { accountId: string; hasTimeline: boolean; following: number }

/** How many of each author's posts are looked at first: enough to know how far back the newest of all of them reach. */
const ofEach = 8

export const standings = (ctx: Ctx, accounts: readonly string[], upTo: number): Promise<Standing[]> =>
  ctx.sql(
    `select a as "accountId", exists (select from timelines t where t.account_id = a) as "hasTimeline",
            (select count(*)::int from (select from follows f where f.follower_id = a limit $2 + 1) f) as following from unnest($1::uuid[]) a`,
    [accounts, upTo],
  )

/** Enters posts that stand into the timelines of their authors and of who follows these, and takes out those that are gone. */
export async function spreadPosts(ctx: Ctx, postIds: readonly string[]): Promise<void> {
  const readers = `join lateral (select f.follower_id as reader from follows f where f.followee_id = p.author_id union all select p.author_id) r on true
     join timelines t on t.account_id = r.reader where p.id = any($1)`
  await ctx.sql(
    `insert into timeline_entries (account_id, published_at, post_id) select t.account_id, p.created_at, p.id from posts p ${readers}
        and p.deleted_at is null and (p.created_at, p.id) >= (t.floor_at, t.floor_id) on conflict do nothing`,
    [postIds],
  )
  await ctx.sql(
    `delete from timeline_entries e using (select t.account_id, p.created_at, p.id from posts p ${readers} and p.deleted_at is not null) gone
      where e.account_id = gone.account_id and e.published_at = gone.created_at and e.post_id = gone.id`,
    [postIds],
  )
}

export async function openTimeline(ctx: Ctx, account: string): Promise<void> {
  await ctx.sql(`insert into timelines (account_id) values ($1)`, [account])
}
export async function dropTimelines(ctx: Ctx, accounts: readonly string[]): Promise<void> {
  await ctx.sql(`delete from timelines where account_id = any($1)`, [accounts])
}

/**
 * Enters the newest posts of these authors, so far as the account follows them; of everybody it follows and its own where
 * `authors` is null. At most `most`, so there may be older ones that belong there: it must be trimmed to fewer then.
 */
export async function gatherPosts(ctx: Ctx, account: string, authors: readonly string[] | null, most: number): Promise<void> {
  const posts = (more: string) =>
    `(select p.created_at, p.id from posts p where p.author_id = a.author and p.deleted_at is null and (p.created_at, p.id) >= (t.floor_at, t.floor_id) ${more})`
  const newest = (limit: string) => `order by created_at desc, id desc limit ${limit}`
  await ctx.sql(
    `insert into timeline_entries (account_id, published_at, post_id)
     with t as materialized (select * from timelines where account_id = $1),
          a as materialized (select followee_id as author from follows where follower_id = $1 and ($2::uuid[] is null or followee_id = any($2))
                             union all select $1 where $2 is null),
          edge as materialized (select case when count(*) < $3 then '-infinity' else min(created_at) end as at
             from (select p.created_at, p.id from t, a cross join lateral ${posts(newest(String(ofEach)))} p ${newest('$3')}) p)
     select t.account_id, p.created_at, p.id from t, edge, a cross join lateral ${posts(`and p.created_at >= edge.at ${newest('$3')}`)} p ${newest('$3')}
     on conflict do nothing`,
    [account, authors, most],
  )
}

/** Takes out the posts of these authors, so far as the account no longer follows them. */
export async function removePosts(ctx: Ctx, account: string, authors: readonly string[]): Promise<void> {
  await ctx.sql(
    `delete from timeline_entries e using posts p
      where e.account_id = $1 and p.author_id = any($2) and e.published_at = p.created_at and e.post_id = p.id
        and not exists (select from follows f where f.follower_id = $1 and f.followee_id = p.author_id)`,
    [account, authors],
  )
}

/** Where more than `most` stand, keeps the newest `kept`: the floor rises to the last of them. */
export async function trimTimelines(ctx: Ctx, accounts: readonly string[], { kept, most }: { kept: number; most: number }): Promise<void> {
  const nth = (n: string) =>
    `select e.published_at, e.post_id from timeline_entries e where e.account_id = t.account_id order by e.published_at desc, e.post_id desc offset ${n} limit 1`
  const raised = await ctx.sql<{ id: string }>(
    `update timelines set floor_at = floor.published_at, floor_id = floor.post_id
       from timelines t cross join lateral (${nth('$2 - 1')}) floor
      where timelines.account_id = t.account_id and t.account_id = any($1) and exists (${nth('$3')}) returning t.account_id as id`,
    [accounts, kept, most],
  )
  if (raised.length === 0) return
  await ctx.sql(
    `delete from timeline_entries e using timelines t
      where t.account_id = any($1) and e.account_id = t.account_id and (e.published_at, e.post_id) < (t.floor_at, t.floor_id)`,
    [raised.map(({ id }) => id)],
  )
}

export const timelinesAfter = async (ctx: Ctx, after: string | null, limit: number): Promise<string[]> =>
  (
    await ctx.sql<{ id: string }>(
      `select account_id as id from timelines where $1::uuid is null or account_id > $1 order by account_id limit $2`,
      [after, limit],
    )
  ).map(({ id }) => id)
