import type { StreamState } from '@corefans/shared/contracts/live.ts'
import type { Audience } from '@corefans/shared/contracts/posts.ts'
import type { Ctx, Read } from '../../kernel/ctx.ts'
import { cursorAt, type Place } from '../../kernel/cursor.ts'
import { graceS, unusedS } from './rules.ts'

export type StreamRow = {
  id: string
  creatorId: string
  title: string
  state: StreamState
  publisher: string | null
  viewers: number
  startedAt: Date | null
  endedAt: Date | null
  gate: Audience
  cursorAt: string
}

const columns = `s.id, s.creator_id as "creatorId", s.title, s.state, s.publisher, s.viewers, s.started_at as "startedAt",
  s.ended_at as "endedAt", g.gate, ${cursorAt('coalesce(s.started_at, s.created_at)')} as "cursorAt"`
const from = `from streams s join subjects g on g.id = s.id`

export async function insertStream(ctx: Ctx, stream: { creatorId: string; title: string; keyHash: Buffer }): Promise<string> {
  const [row] = await ctx.sql<{ id: string }>(
    `insert into streams (creator_id, title, key_hash, created_at, seen_at) values ($1, $2, $3, $4, $4) returning id`,
    [stream.creatorId, stream.title, stream.keyHash, ctx.now],
  )
  return (row as { id: string }).id
}

/** One stream behind its lock, so that what is decided of it stands until the transaction ends. */
export const lockStream = async (ctx: Ctx, id: string): Promise<StreamRow | undefined> =>
  (await ctx.sql<StreamRow>(`select ${columns} ${from} where s.id = $1 for update of s`, [id]))[0]

export const lockUnusedStream = async (ctx: Ctx, creatorId: string): Promise<StreamRow | undefined> =>
  (await ctx.sql<StreamRow>(`select ${columns} ${from} where s.creator_id = $1 and s.state = 'created' for update of s`, [creatorId]))[0]

export const lockStreamOfKey = async (ctx: Ctx, keyHash: Buffer): Promise<StreamRow | undefined> =>
  (await ctx.sql<StreamRow>(`select ${columns} ${from} where s.key_hash = $1 and s.state <> 'ended' for update of s`, [keyHash]))[0]

export const findStream = async (read: Read, id: string): Promise<StreamRow | undefined> =>
  (await read.sql<StreamRow>(`select ${columns} ${from} where s.id = $1`, [id]))[0]

/** The one that is on, or else the last that was. */
export const findStreamOf = async (read: Read, creatorId: string): Promise<StreamRow | undefined> =>
  (
    await read.sql<StreamRow>(
      `select ${columns} ${from} where s.creator_id = $1 and s.started_at is not null
       order by s.state = 'ended', s.started_at desc limit 1`,
      [creatorId],
    )
  )[0]

const onAir = `s.state in ('live', 'reconnecting')`
/** Streams on air, newest first; `followedBy` keeps those whose creators that account follows. */
export const streamsOnAir = (
  read: Read,
  { followedBy, place, limit }: { followedBy: string | null; place: Place | null; limit: number },
): Promise<StreamRow[]> =>
  read.sql<StreamRow>(
    `select ${columns} ${from} where ${onAir}
       and ($1::uuid is null or exists (select from follows f where f.follower_id = $1 and f.followee_id = s.creator_id))
       and ($2::timestamptz is null or (s.started_at, s.id) < ($2, $3::uuid))
     order by s.started_at desc, s.id desc limit $4`,
    [followedBy, place?.at ?? null, place?.id ?? null, limit + 1],
  )

export const countOnAir = async (read: Pick<Read, 'sql'>, followedBy: string): Promise<number> =>
  (
    await read.sql<{ n: number }>(
      `select count(*)::int as n from streams s join follows f on f.followee_id = s.creator_id where ${onAir} and f.follower_id = $1`,
      [followedBy],
    )
  )[0]?.n ?? 0

export const setOnAir = (ctx: Ctx, id: string, publisher: string) =>
  ctx.sql(`update streams set state = 'live', publisher = $2, started_at = coalesce(started_at, $3), seen_at = $3 where id = $1`, [
    id,
    publisher,
    ctx.now,
  ])

/** Nobody publishes any more, if it was this one; answers whether it was. */
export const setReconnecting = async (ctx: Ctx, id: string, publisher: string): Promise<{ creatorId: string } | undefined> =>
  (
    await ctx.sql<{ creatorId: string }>(
      `update streams set state = 'reconnecting', publisher = null, seen_at = $3
       where id = $1 and publisher = $2 and state = 'live' returning creator_id as "creatorId"`,
      [id, publisher, ctx.now],
    )
  )[0]

export const setEnded = (ctx: Ctx, id: string) =>
  ctx.sql(`update streams set state = 'ended', publisher = null, viewers = 0, ended_at = $2 where id = $1`, [id, ctx.now])

export const deleteStream = (ctx: Ctx, id: string) =>
  ctx.sql(`with gone as (delete from streams where id = $1 returning id) delete from subjects s using gone where s.id = gone.id`, [id])

/** What one process serves is alive: who watches, as of now. Answers the streams whose number of viewers has changed. */
export async function noteAlive(ctx: Ctx, streams: readonly { id: string; viewers: number }[]): Promise<{ id: string; viewers: number }[]> {
  const noted = await ctx.sql<{ id: string; viewers: number; isChanged: boolean }>(
    `update streams s set seen_at = $3, viewers = told.viewers, most_viewers = greatest(s.most_viewers, told.viewers)
     from unnest($1::uuid[], $2::int[]) as told(id, viewers) where s.id = told.id and s.state = 'live'
     returning s.id, new.viewers, old.viewers <> new.viewers as "isChanged"`,
    [streams.map(({ id }) => id), streams.map(({ viewers }) => viewers), ctx.now],
  )
  return noted.filter(({ isChanged }) => isChanged)
}

/** Streams that nobody has published to for too long; those that another process ends just now are left out. */
export const lockGone = (ctx: Ctx) =>
  ctx.sql<{ id: string; creatorId: string; wasOnAir: boolean }>(
    `select s.id, s.creator_id as "creatorId", s.started_at is not null as "wasOnAir" from streams s
     where (s.state in ('live', 'reconnecting') and s.seen_at < $1::timestamptz - make_interval(secs => $2))
        or (s.state = 'created' and s.created_at < $1::timestamptz - make_interval(secs => $3))
     for update skip locked`,
    [ctx.now, graceS, unusedS],
  )

export type LineRow = { id: string; streamId: string; authorId: string; text: string; at: Date; cursorAt: string }
const line = `id, stream_id as "streamId", author_id as "authorId", text, at, ${cursorAt('at')} as "cursorAt"`

export const insertLine = async (ctx: Ctx, said: { streamId: string; authorId: string; text: string }): Promise<LineRow> =>
  (
    await ctx.sql<LineRow>(`insert into stream_lines (stream_id, author_id, text, at) values ($1, $2, $3, $4) returning ${line}`, [
      said.streamId,
      said.authorId,
      said.text,
      ctx.now,
    ])
  )[0] as LineRow

export const linesOf = (read: Read, streamId: string, { place, limit }: { place: Place | null; limit: number }) =>
  read.sql<LineRow>(
    `select ${line} from stream_lines where stream_id = $1 and deleted_at is null
       and ($2::timestamptz is null or (at, id) < ($2, $3::uuid)) order by at desc, id desc limit $4`,
    [streamId, place?.at ?? null, place?.id ?? null, limit + 1],
  )

export const lockLine = async (ctx: Ctx, streamId: string, id: string): Promise<LineRow | undefined> =>
  (
    await ctx.sql<LineRow>(`select ${line} from stream_lines where id = $2 and stream_id = $1 and deleted_at is null for update`, [
      streamId,
      id,
    ])
  )[0]

export const deleteLine = (ctx: Ctx, id: string) => ctx.sql(`update stream_lines set deleted_at = $2 where id = $1`, [id, ctx.now])

/** Streams that were on air, by creator: a counter of the profile. */
export const streamsOf = (read: Pick<Read, 'sql'>, creatorIds: readonly string[]) =>
  read.sql<{ id: string; n: number }>(
    `select creator_id as id, count(*)::int as n from streams where creator_id = any($1) and started_at is not null group by creator_id`,
    [creatorIds],
  )
