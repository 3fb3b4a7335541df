import type { Ctx, Read } from '../../kernel/ctx.ts'
import { dataloader } from '../../kernel/dataloader.ts'

export type MediaRow = {
  id: string
  ownerId: string
  kind: 'image'
  width: number
  height: number
  alt: string
  subjectId: string | null
  isFace: boolean
}
const columns = `id, owner_id as "ownerId", kind, width, height, alt, subject_id as "subjectId", is_face as "isFace"`

export async function insertMedia(
  ctx: Ctx,
  media: { id: string; ownerId: string; width: number; height: number; alt: string },
): Promise<void> {
  await ctx.sql(`insert into media (id, owner_id, kind, width, height, alt, created_at) values ($1, $2, 'image', $3, $4, $5, $6)`, [
    media.id,
    media.ownerId,
    media.width,
    media.height,
    media.alt,
    ctx.now,
  ])
}

export const findMedia = async (ctx: Read, id: string) => (await ctx.sql<MediaRow>(`select ${columns} from media where id = $1`, [id]))[0]
export const mediaOfSubjects = dataloader<MediaRow & { subjectId: string }>(
  (read, subjects) => read.sql(`select ${columns} from media where subject_id = any($1) order by subject_id, position`, [subjects]),
  (row) => row.subjectId,
)

export const setAlt = async (ctx: Ctx, owner: string, id: string, alt: string) =>
  (await ctx.sql<MediaRow>(`update media set alt = $3 where id = $2 and owner_id = $1 returning ${columns}`, [owner, id, alt]))[0]

/** Lets go of what the subject showed and attaches these, in order; how many of them were the owner's to attach. */
export async function attach(ctx: Ctx, owner: string, subject: string, ids: readonly string[]): Promise<number> {
  await ctx.sql(`update media set subject_id = null where subject_id = $1`, [subject])
  const rows = await ctx.sql(
    `update media set subject_id = $2, position = place.n from unnest($3::uuid[]) with ordinality as place(id, n)
      where media.id = place.id and media.owner_id = $1 and media.subject_id is null and not media.is_face returning 1`,
    [owner, subject, ids],
  )
  return rows.length
}

/** Marks an image as part of the owner's public face; false when it is not theirs or hangs on a post. */
export const markFace = async (ctx: Ctx, owner: string, id: string): Promise<boolean> =>
  (await ctx.sql(`update media set is_face = true where id = $2 and owner_id = $1 and subject_id is null returning 1`, [owner, id]))
    .length === 1
