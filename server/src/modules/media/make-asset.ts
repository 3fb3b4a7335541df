import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaView } from '@corefans/shared/contracts/media.ts'
import { type Caller, type Ctx, me, type Transact } from '../../kernel/ctx.ts'
import { isFull, Problem } from '../../kernel/errors.ts'
import type { Blobs } from '../../kernel/ports/blobs.ts'
import { http } from '../../kernel/problems.ts'
import { presentMedia } from './present.ts'
import { problem } from './problems.ts'
import { uploadLifeMs } from './remux-rules.ts'
import { deleteFailed, failAbandoned, insertAsset, markFailed, markProcessing, markReady } from './store.ts'
import type { AssetKind, Made } from './types.ts'

/** An asset on its way: its bytes are coming (`uploading`) until `processing` is called. */
export type Making = { id: string; processing: () => Promise<void> }

/**
 * The way of an asset: `uploading`, `processing`, then `ready` with its files, or `failed` with the reason and none of them.
 * `make` takes the bytes in and puts the files under the asset's prefix. Whoever is answered sees it ready or gets the refusal.
 */
export async function makeAsset(
  { blobs, transact }: { blobs: Blobs; transact: Transact },
  caller: Caller,
  asset: { kind: AssetKind; alt: string },
  make: (making: Making) => Promise<Made>,
): Promise<MediaView> {
  const id = crypto.randomUUID()
  await transact(caller, (ctx) => insertAsset(ctx, { id, ownerId: me(ctx), ...asset }))
  const processing = () => transact(caller, async (ctx) => void mustStand(await markProcessing(ctx, id)))
  try {
    const made = await make({ id, processing })
    return await transact(caller, async (ctx) => presentMedia(ctx, mustStand(await markReady(ctx, id, made))))
  } catch (err) {
    await blobs.drop(blobKey(id))
    await transact(caller, (ctx) => markFailed(ctx, id, whyOf(err)))
    throw err
  }
}

/** The reason that a failed asset keeps. */
export function whyOf(err: unknown): string {
  if (err instanceof Problem) return err.code
  return isFull(err) ? http['storage-full']().code : 'interrupted'
}

/** Given up by the sweep: whatever went on here took longer than anything may. */
function mustStand<T>(one: T | undefined | false): T {
  if (!one) throw problem['too-slow']()
  return one
}

const [abandonedAfterS, resumableAfterS, rememberedS] = [3_600, uploadLifeMs / 1_000, 7 * 86_400]
/** Gives up what a process left half-done by dying, with its files; reasons of failures are kept for a week. */
export async function sweepAssets(ctx: Ctx, blobs: Blobs): Promise<void> {
  for (const id of await failAbandoned(ctx, abandonedAfterS, resumableAfterS)) {
    await dropBytes(blobs, id)
  }
  await deleteFailed(ctx, rememberedS)
}

/** The prefix under which the files of an asset lie. */
export const blobKey = (id: string): string => `${id.slice(0, 2)}/${id}`

/** Forgets what came in pieces: the bytes, and what was noted of them. */
export async function dropUpload(blobs: Blobs, id: string): Promise<void> {
  for (const file of [id, `${id}.json`]) await rm(join(blobs.uploads, file), { force: true })
}

/** Forgets whatever is kept of an asset. */
export async function dropBytes(blobs: Blobs, id: string): Promise<void> {
  await blobs.drop(blobKey(id))
  await dropUpload(blobs, id)
}
