import type { Counters } from '@corefans/shared/contracts/profiles.ts'
import type { Ctx, Read } from '../../../kernel/ctx.ts'

type Sql = Pick<Read, 'sql'>
export type Drift = { accountId: string; stored: Record<string, number>; recounted: Record<string, number> }
export type StoredCounters = Counters & { id: string; following: number }

export const accountIdsAfter = async (read: Sql, after: string | null, limit: number) =>
  (
    await read.sql<{ id: string }>(
      `select account_id as id from profile_counters where $1::uuid is null or account_id > $1 order by account_id limit $2`,
      [after, limit],
    )
  ).map((row) => row.id)

export const storedCounters = (read: Sql, ids: readonly string[]) =>
  read.sql<StoredCounters>(
    `select account_id as id, posts, images, videos, audio, streams, likes, fans, following from profile_counters where account_id = any($1)`,
    [ids],
  )

export async function lockCounters(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.sql(`select 1 from profile_counters where account_id = any($1) order by account_id for update`, [ids])
}

export const countFollows = (read: Sql, ids: readonly string[]) =>
  read.sql<{ id: string; fans: number; following: number }>(
    `select a as id, (select count(*)::int from follows where followee_id = a) as fans, (select count(*)::int from follows where follower_id = a) as following from unnest($1::uuid[]) a`,
    [ids],
  )

/** Writes the true counts, tells open pages, and keeps a record of the drift. */
export async function heal(ctx: Ctx, { accountId, stored, recounted }: Drift): Promise<void> {
  const names = ['posts', 'images', 'videos', 'audio', 'streams', 'likes', 'fans', 'following']
  await ctx.sql(
    `update profile_counters set posts = $2, images = $3, videos = $4, audio = $5, streams = $6, likes = $7, fans = $8, following = $9 where account_id = $1`,
    [accountId, ...names.map((name) => recounted[name] ?? 0)],
  )
  await ctx.sql(`insert into counter_drifts (account_id, stored, recounted, at) values ($1, $2, $3, $4)`, [
    accountId,
    JSON.stringify(stored),
    JSON.stringify(recounted),
    ctx.now,
  ])
  const { following: _private, ...counters } = recounted
  await ctx.emit({ type: 'profile.counted', accountId, counters: counters as Counters })
}
