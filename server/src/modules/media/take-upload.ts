/** An upload in pieces: how it begins, ends, and is given up. Its bytes lie in `blobs.uploads` under its id until they are processed. */
import { type Ctx, me, type Read } from '../../kernel/ctx.ts'
import { problem } from './problems.ts'
import { maxUnfinished, maxUploadBytes, quotaBytes } from './remux-rules.ts'
import { deleteUnused, findAsset, insertAsset, lockRoom, markFailed, markProcessing } from './store.ts'
import type { AssetKind, AssetRow } from './types.ts'

export type Announced = { id: string; bytes: number; kind: AssetKind; alt: string }

/** The asset stands from here on. Refuses what is larger than a file may be, or than the room that its owner has left. */
export async function beginUpload(ctx: Ctx, announced: Announced): Promise<void> {
  if (announced.bytes > maxUploadBytes) throw problem['upload-too-large']()
  const room = await lockRoom(ctx, me(ctx))
  if (room.bytes + announced.bytes > quotaBytes) throw problem['no-room']()
  if (room.unfinished >= maxUnfinished) throw problem['too-many-uploads']({ retryAfterS: 60 })
  await insertAsset(ctx, { ...announced, ownerId: me(ctx) })
  await tell(ctx, { id: announced.id, ownerId: me(ctx), state: 'uploading' })
}

/** An upload of the actor's own; anybody else's does not exist. */
export async function ownUpload(read: Read, id: string): Promise<AssetRow> {
  const row = await findAsset(read, id)
  if (!row || row.ownerId !== me(read)) throw problem.unknown()
  return row
}

/** All bytes are there: the work on them is asked for, once. */
export async function finishUpload(ctx: Ctx, id: string): Promise<void> {
  if (!(await markProcessing(ctx, id))) return
  await tell(ctx, { id, ownerId: me(ctx), state: 'processing' })
}

export async function failUpload(ctx: Ctx, { id, ownerId }: { id: string; ownerId: string }, why: string): Promise<void> {
  if (await markFailed(ctx, id, why)) await tell(ctx, { id, ownerId, state: 'failed' })
}

/** Forgets an asset of the actor that nothing shows, whatever its state. Answers the ids whose bytes may go. */
export async function forgetMedia(ctx: Ctx, mediaId: string): Promise<string[]> {
  const gone = await deleteUnused(ctx, me(ctx), mediaId)
  if (gone.length === 0) throw problem.unknown()
  return gone
}

export const tell = (ctx: Ctx, { id, ownerId, state }: Pick<AssetRow, 'id' | 'ownerId'> & { state: AssetRow['state'] | 'ready' }) =>
  ctx.emit({ type: 'media.changed', mediaId: id, ownerId, state })
