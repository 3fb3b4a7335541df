import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { onBehalfOf } from '../../kernel/ctx.ts'
import { isFull, Problem } from '../../kernel/errors.ts'
import { http } from '../../kernel/problems.ts'
import type { WorkHandler } from '../../kernel/work/types.ts'
import { keepImage, type MediaPorts } from './keep-image.ts'
import { blobKey, dropUpload, whyOf } from './make-asset.ts'
import { problem } from './problems.ts'
import { looksLikeAv } from './remux-rules.ts'
import { maxImageBytes, sniffImage } from './rules.ts'
import { findAsset, markReady } from './store.ts'
import { failUpload, tell } from './take-upload.ts'
import type { Made } from './types.ts'

/** What came in pieces becomes what is served: remuxed or re-encoded by what its bytes are. It ends ready, or failed with the reason. */
export const processUpload =
  (ports: MediaPorts): WorkHandler<{ mediaId: string }> =>
  async ({ mediaId }, { read, transact, signal }) => {
    const asset = await findAsset(read, mediaId)
    if (asset?.state !== 'processing') return
    const owner = onBehalfOf(asset.ownerId)
    try {
      const made = await make(ports, { id: mediaId, ownerId: asset.ownerId, signal })
      await transact(owner, async (ctx) => {
        if (!(await markReady(ctx, mediaId, made))) throw problem['too-slow']()
        await tell(ctx, { id: mediaId, ownerId: asset.ownerId, state: 'ready' })
      })
    } catch (err) {
      // What is no fault of the file is tried again; the sweep gives it up in the end.
      if (!(err instanceof Problem) && !isFull(err)) throw err
      await ports.blobs.drop(blobKey(mediaId))
      await transact(owner, (ctx) => failUpload(ctx, asset, whyOf(err)))
    }
    await dropUpload(ports.blobs, mediaId)
  }

type Order = { id: string; ownerId: string; signal: AbortSignal }

async function make(ports: MediaPorts, { id, ownerId, signal }: Order): Promise<Made> {
  const file = join(ports.blobs.uploads, id)
  const head = await headOf(file)
  if (!sniffImage(head)) return keepAv(ports, { file, id, ownerId, signal })
  if ((await stat(file)).size > maxImageBytes) throw problem['too-large']()
  return keepImage(ports, { id, processing: async () => {} }, { file, owner: ownerId, signal })
}

async function keepAv({ blobs, av }: MediaPorts, { file, id, ownerId, signal }: Order & { file: string }): Promise<Made> {
  if (!looksLikeAv(await headOf(file))) throw problem['not-media']()
  const directory = join(blobs.scratch, `${id}-${crypto.randomUUID()}`)
  await mkdir(directory)
  try {
    const made = await av.remux({ file, directory }, { owner: ownerId, signal })
    if ('refused' in made) throw made.refused === 'storage-full' ? http['storage-full']() : problem[made.refused]()
    const { kind, width, height, durationMs, contentType } = made
    const whole = join(directory, made.file)
    const { size: bytes } = await stat(whole)
    await blobs.put(`${blobKey(id)}/${made.file}`, whole)
    const renditions = [{ name: kind, file: made.file, contentType }]
    return kind === 'video' ? { kind, width, height, durationMs, renditions, bytes } : { kind, durationMs, renditions, bytes }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** The first bytes of a file, as many as tell its type. */
export async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const head = Buffer.alloc(16)
    const { bytesRead } = await file.read(head, 0, 16, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
