import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Blobs } from '../../kernel/ports/blobs.ts'
import { http } from '../../kernel/problems.ts'
import type { Av } from './av.ts'
import type { ImageOrder, Images } from './images.ts'
import { blobKey, type Making } from './make-asset.ts'
import { problem } from './problems.ts'
import { imageFiles } from './rules.ts'
import type { Made } from './types.ts'

export type MediaPorts = { blobs: Blobs; images: Images; av: Av }

/** Re-encodes the file into our renditions and keeps those; refuses what is no image or too big to decode. */
export async function keepImage(
  ports: Pick<MediaPorts, 'blobs' | 'images'>,
  making: Making,
  { file, ...order }: { file: string } & ImageOrder,
): Promise<Made> {
  await making.processing()
  const directory = join(ports.blobs.scratch, making.id)
  await mkdir(directory)
  try {
    const made = await ports.images.process(file, directory, order)
    if ('refused' in made) throw made.refused === 'storage-full' ? http['storage-full']() : problem[made.refused]()
    for (const one of imageFiles) await ports.blobs.put(`${blobKey(making.id)}/${one.file}`, join(directory, one.file))
    return { kind: 'image', ...made, renditions: imageFiles }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
