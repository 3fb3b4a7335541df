import type { Ctx, Read } from '../../kernel/ctx.ts'
import { dataloader } from '../../kernel/dataloader.ts'
import type { AssetKind, AssetRow, Made, MediaRow, StoredRendition } from './types.ts'

const poster = `case when kind = 'video' then (select p.id from assets p where p.poster_of = assets.id) end as "posterId"`
const columns = `id, owner_id as "ownerId", kind, width, height, alt, subject_id as "subjectId", is_face as "isFace", duration_ms as "durationMs", peaks, ${poster}`

/** `bytes` are those that were announced for an upload in pieces. */
export type NewAsset = { id: string; ownerId: string; kind: AssetKind; alt: string; bytes?: number }
export async function insertAsset(ctx: Ctx, { id, ownerId, kind, alt, bytes }: NewAsset): Promise<void> {
  await ctx.sql(
    `insert into assets (id, owner_id, kind, state, alt, created_at, touched_at, is_resumable, bytes) values ($1, $2, $3, 'uploading', $4, $5, app_now(), $6, $7)`,
    [id, ownerId, kind, alt, ctx.now, bytes !== undefined, bytes ?? 0],
  )
}

/** False when somebody gave it up meanwhile. */
export const markProcessing = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await ctx.sql(`update assets set state = 'processing', touched_at = app_now() where id = $1 and state = 'uploading' returning 1`, [id]))
    .length === 1

/** The asset with its renditions, whole from now on; undefined when somebody gave it up meanwhile. */
export async function markReady(ctx: Ctx, id: string, made: Made): Promise<MediaRow | undefined> {
  const { width, height, durationMs } = { width: null, height: null, durationMs: null, ...made }
  const [row] = await ctx.sql<MediaRow>(
    `update assets set state = 'ready', kind = $2, width = $3, height = $4, duration_ms = $5, bytes = $6, touched_at = app_now(),
            peaks = case when $2 = 'audio' then peaks end
      where id = $1 and state = 'processing' returning ${columns}`,
    [id, made.kind, width, height, durationMs, made.bytes ?? 0],
  )
  if (row)
    await ctx.sql(
      `insert into asset_renditions (asset_id, name, file, content_type)
       select $1, r.name, r.file, r."contentType" from jsonb_to_recordset($2::jsonb) as r(name text, file text, "contentType" text)`,
      [id, JSON.stringify(made.renditions)],
    )
  return row
}

/** Whether it was still on its way. */
export const markFailed = async (ctx: Ctx, id: string, why: string): Promise<boolean> =>
  (
    await ctx.sql(
      `update assets set state = 'failed', failure = $2, touched_at = app_now() where id = $1 and state in ('uploading', 'processing') returning 1`,
      [id, why],
    )
  ).length === 1

/**
 * Gives up what nobody has worked on for so many seconds, and answers the ids: their process is gone. An upload in pieces
 * and what is made of it have a day.
 */
export const failAbandoned = async (ctx: Ctx, seconds: number, resumableSeconds: number): Promise<string[]> =>
  (
    await ctx.sql<{ id: string }>(
      `update assets set state = 'failed', failure = 'interrupted', touched_at = app_now()
        where state in ('uploading', 'processing')
          and touched_at < app_now() - (case when is_resumable then $2::int else $1::int end) * interval '1 second' returning id`,
      [seconds, resumableSeconds],
    )
  ).map(({ id }) => id)
export const deleteFailed = (ctx: Ctx, seconds: number) =>
  ctx.sql(`delete from assets where state = 'failed' and touched_at < app_now() - $1 * interval '1 second'`, [seconds])

/** A rendition of an asset that is ready, by the name in its address. */
export const findRendition = async (read: Read, id: string, name: string) =>
  (
    await read.sql<MediaRow & StoredRendition>(
      `select ${columns}, r.name, r.file, r.content_type as "contentType" from assets join asset_renditions r on r.asset_id = assets.id
        where assets.id = $1 and r.name = $2 and state = 'ready'`,
      [id, name],
    )
  )[0]
export const mediaOfSubjects = dataloader<MediaRow & { subjectId: string }>(
  (read, subjects) =>
    read.sql(`select ${columns} from assets where subject_id = any($1) and poster_of is null order by subject_id, position`, [subjects]),
  (row) => row.subjectId,
)

const attachable = `state = 'ready' and subject_id is null and not is_face and poster_of is null`

export type Description = { alt?: string | undefined; peaks?: readonly number[] | undefined }
/** A picture is described when it is ready; what comes in pieces may be described while it comes. */
export const describe = async (ctx: Ctx, owner: string, id: string, { alt, peaks }: Description) =>
  (
    await ctx.sql<AssetRow>(
      `update assets set alt = coalesce($3, alt), peaks = case when kind = 'audio' then coalesce($4::smallint[], peaks) end
        where id = $2 and owner_id = $1 and (state = 'ready' or (is_resumable and state <> 'failed')) returning ${columns}, state, failure`,
      [owner, id, alt ?? null, peaks ?? null],
    )
  )[0]

/** The owner's free image becomes the still of a video that has none; it is shown by what shows the video. */
export const setPoster = async (ctx: Ctx, owner: string, id: string, image: string): Promise<boolean> =>
  (
    await ctx.sql(
      `update assets i set poster_of = v.id, subject_id = v.subject_id from assets v
        where i.id = $3 and i.owner_id = $1 and i.kind = 'image' and i.state = 'ready' and i.subject_id is null and not i.is_face and i.poster_of is null
          and v.id = $2 and v.owner_id = $1 and v.kind = 'video' and v.state <> 'failed'
          and not exists (select 1 from assets other where other.poster_of = v.id) returning 1`,
      [owner, id, image],
    )
  ).length === 1

export const findAsset = async (read: Read, id: string) =>
  (await read.sql<AssetRow>(`select ${columns}, state, failure from assets where id = $1`, [id]))[0]

/** What an account's assets and uploads take; nobody else of the account begins one until the transaction ends. */
export async function lockRoom(ctx: Ctx, owner: string): Promise<{ bytes: number; unfinished: number }> {
  await ctx.sql(`select pg_advisory_xact_lock(hashtext('media.room'), hashtext($1))`, [owner])
  const [room] = await ctx.sql<{ bytes: string; unfinished: number }>(
    `select coalesce(sum(bytes) filter (where state <> 'failed'), 0)::text as bytes, (count(*) filter (where state = 'uploading' and is_resumable))::int as unfinished
       from assets where owner_id = $1`,
    [owner],
  )
  return { bytes: Number(room?.bytes ?? 0), unfinished: room?.unfinished ?? 0 }
}

/** Forgets an asset that nothing shows, with its still; answers the ids whose bytes may go. */
export const deleteUnused = async (ctx: Ctx, owner: string, id: string): Promise<string[]> =>
  (
    await ctx.sql<{ id: string }>(
      `with gone as (delete from assets where id = $2 and owner_id = $1 and subject_id is null and not is_face and poster_of is null returning id)
       select id from gone union all select p.id from assets p join gone on p.poster_of = gone.id`,
      [owner, id],
    )
  ).map((row) => row.id)

/** How many of each kind are among these. */
export const countKinds = (read: Read, ids: readonly string[]) =>
  read.sql<{ kind: AssetKind; n: number }>(`select kind, count(*)::int as n from assets where id = any($1) group by kind`, [ids])

/** Lets go of what the subject showed and attaches these, in order; how many of them were the owner's to attach. */
export async function attach(ctx: Ctx, owner: string, subject: string, ids: readonly string[]): Promise<number> {
  await ctx.sql(`update assets set subject_id = null where subject_id = $1`, [subject])
  const rows = await ctx.sql(
    `update assets set subject_id = $2, position = place.n from unnest($3::uuid[]) with ordinality as place(id, n)
      where assets.id = place.id and assets.owner_id = $1 and ${attachable} returning 1`,
    [owner, subject, ids],
  )
  await ctx.sql(`update assets set subject_id = $1 where poster_of = any($2::uuid[])`, [subject, ids])
  return rows.length
}

/** Marks an image as part of the owner's public face; false when it is not theirs or hangs on a post. */
export const markFace = async (ctx: Ctx, owner: string, id: string): Promise<boolean> =>
  (
    await ctx.sql(
      `update assets set is_face = true where id = $2 and owner_id = $1 and kind = 'image' and state = 'ready' and subject_id is null and poster_of is null returning 1`,
      [owner, id],
    )
  ).length === 1
