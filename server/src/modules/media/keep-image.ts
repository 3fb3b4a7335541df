import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaView } from '@corefans/shared/contracts/media.ts'
import type { Caller, Transact } from '../../kernel/ctx.ts'
import { me } from '../../kernel/ctx.ts'
import type { Blobs } from '../../kernel/ports/blobs.ts'
import { http } from '../../kernel/problems.ts'
import type { ImageOrder, Images } from './images.ts'
import { presentMedia } from './present.ts'
import { problem } from './problems.ts'
import { findMedia, insertMedia } from './store.ts'

export type MediaPorts = { blobs: Blobs; images: Images }

/** Re-encodes the file into our renditions and records it as the caller's; refuses what is no image or too big to decode. */
export async function keepImage(
  ports: MediaPorts,
  transact: Transact,
  caller: Caller,
  picture: { file: string; alt?: string } & Omit<ImageOrder, 'owner'>,
): Promise<MediaView> {
  const { file, alt = '', ...order } = picture
  const id = crypto.randomUUID()
  const directory = join(ports.blobs.scratch, id)
  await mkdir(directory)
  try {
    const made = await ports.images.process(file, directory, { ...order, owner: me({ actor: caller.account }) })
    if ('refused' in made) throw made.refused === 'storage-full' ? http['storage-full']() : problem[made.refused]()
    await ports.blobs.put(blobKey(id), directory)
    return await transact(caller, async (ctx) => {
      await insertMedia(ctx, { id, ownerId: me(ctx), width: made.width, height: made.height, alt })
      return presentMedia(ctx, (await findMedia(ctx, id)) as NonNullable<Awaited<ReturnType<typeof findMedia>>>)
    })
  } catch (err) {
    await rm(directory, { recursive: true, force: true })
    await ports.blobs.drop(blobKey(id))
    throw err
  }
}

export const blobKey = (id: string): string => `${id.slice(0, 2)}/${id}`
