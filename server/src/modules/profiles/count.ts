import type { Counters } from '@corefans/shared/contracts/profiles.ts'
import type { Ctx } from '../../kernel/ctx.ts'

type Counted = keyof Counters | 'following'
const order: readonly Counted[] = ['posts', 'images', 'videos', 'audio', 'streams', 'likes', 'fans', 'following']

/**
 * Moves counters of accounts by deltas, in the transaction of what is counted, and tells open pages the new values.
 * Rows are taken in id order, so that two transactions cannot wait for each other.
 */
export async function count(ctx: Ctx, deltas: ReadonlyMap<string, Partial<Record<Counted, number>>>): Promise<void> {
  const ids = [...deltas.keys()].sort()
  if (ids.length === 0) return
  const columns = order.map((name) => ids.map((id) => deltas.get(id)?.[name] ?? 0))
  const rows = await ctx.sql<Counters & { id: string }>(
    `with locked as (select account_id from profile_counters where account_id = any($1) order by account_id for update)
     update profile_counters c set posts = c.posts + d.posts, images = c.images + d.images, videos = c.videos + d.videos, audio = c.audio + d.audio,
            streams = c.streams + d.streams, likes = c.likes + d.likes, fans = c.fans + d.fans, following = c.following + d.following
       from unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[])
            as d(id, posts, images, videos, audio, streams, likes, fans, following), locked
      where c.account_id = d.id and locked.account_id = d.id
      returning c.account_id as id, c.posts, c.images, c.videos, c.audio, c.streams, c.likes, c.fans`,
    [ids, ...columns],
  )
  for (const { id, ...counters } of rows) await ctx.emit({ type: 'profile.counted', accountId: id, counters })
}
