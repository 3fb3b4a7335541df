import type { Ctx, Read } from '../../kernel/ctx.ts'
import { dataloader } from '../../kernel/dataloader.ts'
import type { AssetKind, Made, MediaRow, StoredRendition } from './types.ts'

const columns = `id, owner_id as "ownerId", kind, width, height, alt, subject_id as "subjectId", is_face as "isFace"`

export async function insertAsset(ctx: Ctx, asset: { id: string; ownerId: string; kind: AssetKind; alt: string }): Promise<void> {
  await ctx.sql(
    `insert into assets (id, owner_id, kind, state, alt, created_at, touched_at) values ($1, $2, $3, 'uploading', $4, $5, app_now())`,
    [asset.id, asset.ownerId, asset.kind, asset.alt, ctx.now],
  )
}

/** False when somebody gave it up meanwhile. */
export const markProcessing = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await ctx.sql(`update assets set state = 'processing', touched_at = app_now() where id = $1 and state = 'uploading' returning 1`, [id]))
    .length === 1

/** The asset with its renditions, whole from now on; undefined when somebody gave it up meanwhile. */
export async function markReady(ctx: Ctx, id: string, made: Made): Promise<MediaRow | undefined> {
  const [row] = await ctx.sql<MediaRow>(
    `update assets set state = 'ready', width = $2, height = $3, touched_at = app_now() where id = $1 and state = 'processing' returning ${columns}`,
    [id, made.width, made.height],
  )
  if (row)
    await ctx.sql(
      `insert into asset_renditions (asset_id, name, file, content_type)
       select $1, r.name, r.file, r."contentType" from jsonb_to_recordset($2::jsonb) as r(name text, file text, "contentType" text)`,
      [id, JSON.stringify(made.renditions)],
    )
  return row
}

export async function markFailed(ctx: Ctx, id: string, why: string): Promise<void> {
  await ctx.sql(
    `update assets set state = 'failed', failure = $2, touched_at = app_now() where id = $1 and state in ('uploading', 'processing')`,
    [id, why],
  )
}

/** Gives up what nobody has worked on for so many seconds, and answers the ids: their process is gone. */
export const failAbandoned = async (ctx: Ctx, seconds: number): Promise<string[]> =>
  (
    await ctx.sql<{ id: string }>(
      `update assets set state = 'failed', failure = 'interrupted', touched_at = app_now()
        where state in ('uploading', 'processing') and touched_at < app_now() - $1 * interval '1 second' returning id`,
      [seconds],
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
  (read, subjects) => read.sql(`select ${columns} from assets where subject_id = any($1) order by subject_id, position`, [subjects]),
  (row) => row.subjectId,
)

export const setAlt = async (ctx: Ctx, owner: string, id: string, alt: string) =>
  (
    await ctx.sql<MediaRow>(`update assets set alt = $3 where id = $2 and owner_id = $1 and state = 'ready' returning ${columns}`, [
      owner,
      id,
      alt,
    ])
  )[0]

/** Lets go of what the subject showed and attaches these, in order; how many of them were the owner's to attach. */
export async function attach(ctx: Ctx, owner: string, subject: string, ids: readonly string[]): Promise<number> {
  await ctx.sql(`update assets set subject_id = null where subject_id = $1`, [subject])
  const rows = await ctx.sql(
    `update assets set subject_id = $2, position = place.n from unnest($3::uuid[]) with ordinality as place(id, n)
      where assets.id = place.id and assets.owner_id = $1 and assets.state = 'ready' and assets.subject_id is null and not assets.is_face returning 1`,
    [owner, subject, ids],
  )
  return rows.length
}

/** Marks an image as part of the owner's public face; false when it is not theirs or hangs on a post. */
export const markFace = async (ctx: Ctx, owner: string, id: string): Promise<boolean> =>
  (
    await ctx.sql(
      `update assets set is_face = true where id = $2 and owner_id = $1 and kind = 'image' and state = 'ready' and subject_id is null returning 1`,
      [owner, id],
    )
  ).length === 1
