import type { MediaView } from '@corefans/shared/contracts/media.ts'
import { type Ctx, me, type Read } from '../../kernel/ctx.ts'
import { presentMedia } from './present.ts'
import { problem } from './problems.ts'
import { attach, findRendition, markFace, mediaOfSubjects, setAlt } from './store.ts'
import type { MediaRow, StoredRendition } from './types.ts'

/** The subject shows exactly these of the actor's images, in this order. Refuses ids that are not free or not the actor's. */
export async function attachMedia(ctx: Ctx, subjectId: string, mediaIds: readonly string[]): Promise<void> {
  if (new Set(mediaIds).size !== mediaIds.length) throw problem.unknown()
  if ((await attach(ctx, me(ctx), subjectId, mediaIds)) !== mediaIds.length) throw problem.unknown()
}

/** The actor's image becomes public as portrait or cover. */
export async function useAsFace(ctx: Ctx, mediaId: string): Promise<void> {
  if (!(await markFace(ctx, me(ctx), mediaId))) throw problem.unknown()
}

export async function describeMedia(ctx: Ctx, { mediaId, alt }: { mediaId: string; alt: string }): Promise<MediaView> {
  const row = await setAlt(ctx, me(ctx), mediaId, alt)
  if (!row) throw problem.unknown()
  await ctx.emit({ type: 'media.described', mediaId: row.id, ownerId: row.ownerId, subjectId: row.subjectId })
  return presentMedia(ctx, row)
}

/** What each subject shows, in order. */
export async function mediaOf(read: Read, subjectIds: readonly string[]): Promise<Map<string, MediaRow[]>> {
  const bySubject = new Map<string, MediaRow[]>()
  if (subjectIds.length === 0) return bySubject
  for (const row of await mediaOfSubjects(read, subjectIds)) bySubject.set(row.subjectId, [...(bySubject.get(row.subjectId) ?? []), row])
  return bySubject
}

/** A file of an asset that is ready, by the name in its address. */
export const renditionOf = (read: Read, id: string, name: string): Promise<(MediaRow & StoredRendition) | undefined> =>
  findRendition(read, id, name)
