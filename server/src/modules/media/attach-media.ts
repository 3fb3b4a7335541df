import type { MediaView } from '@corefans/shared/contracts/media.ts'
import { type Ctx, me, type Read } from '../../kernel/ctx.ts'
import { presentAsset } from './present.ts'
import { problem } from './problems.ts'
import { attach, countKinds, describe, findAsset, findRendition, markFace, mediaOfSubjects, setPoster } from './store.ts'
import type { AssetKind, AssetRow, MediaRow, StoredRendition } from './types.ts'

type MediaCounts = { images: number; videos: number; audio: number }

/** The subject shows exactly these of the actor's assets, in this order. Refuses ids that are not free or not the actor's. */
export async function attachMedia(ctx: Ctx, subjectId: string, mediaIds: readonly string[]): Promise<void> {
  if (new Set(mediaIds).size !== mediaIds.length) throw problem.unknown()
  if ((await attach(ctx, me(ctx), subjectId, mediaIds)) !== mediaIds.length) throw problem.unknown()
}

/** The actor's image becomes public as portrait or cover. */
export async function useAsFace(ctx: Ctx, mediaId: string): Promise<void> {
  if (!(await markFace(ctx, me(ctx), mediaId))) throw problem.unknown()
}

type Words = { mediaId: string; alt?: string | undefined; peaks?: number[] | undefined; posterMediaId?: string | undefined }

/** What is said of an asset: its words, the waveform of a sound, the still of a video. A still is set once. */
export async function describeMedia(ctx: Ctx, { mediaId, posterMediaId, ...words }: Words): Promise<MediaView> {
  if (posterMediaId && !(await setPoster(ctx, me(ctx), mediaId, posterMediaId))) throw problem.unknown()
  const row = await describe(ctx, me(ctx), mediaId, words)
  if (!row) throw problem.unknown()
  await ctx.emit({ type: 'media.described', mediaId: row.id, ownerId: row.ownerId, subjectId: row.subjectId })
  return presentAsset(ctx, row)
}

/** An asset at any time of its life, for its owner alone. */
export async function readMedia(read: Read, { mediaId }: { mediaId: string }): Promise<MediaView> {
  const row = await findAsset(read, mediaId)
  if (!row || row.ownerId !== me(read)) throw problem.unknown()
  return presentAsset(read, row)
}

/** How far an asset is; undefined where there is none. */
export const stateOfMedia = async (read: Read, mediaId: string): Promise<AssetRow['state'] | undefined> =>
  (await findAsset(read, mediaId))?.state

/** How many images, videos and sounds are among these, by the names of the account's counters. */
export async function kindsOf(read: Read, mediaIds: readonly string[]): Promise<MediaCounts> {
  const rows = mediaIds.length > 0 ? await countKinds(read, mediaIds) : []
  const of = (kind: AssetKind) => rows.find((row) => row.kind === kind)?.n ?? 0
  return { images: of('image'), videos: of('video'), audio: of('audio') }
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
