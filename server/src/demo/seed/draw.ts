import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { onBehalfOf } from '../../kernel/ctx.ts'
import { keepImage, makeAsset } from '../../modules/media/index.ts'
import type { Seeding } from './seeding.ts'

/** Draws the SVG and takes it in as an upload of the owner: the same road as anybody's picture. Answers its media id. */
export async function drawn({ host, media }: Seeding, owner: { account: string; when: Date }, svg: string, alt: string): Promise<string> {
  const file = join(media.blobs.scratch, `${crypto.randomUUID()}.png`)
  try {
    await sharp(Buffer.from(svg)).png({ compressionLevel: 1 }).toFile(file)
    const make = { blobs: media.blobs, transact: host.transact }
    const caller = onBehalfOf(owner.account, owner.when)
    return (await makeAsset(make, caller, { kind: 'image', alt }, (making) => keepImage(media, making, { file, owner: owner.account }))).id
  } finally {
    await rm(file, { force: true })
  }
}
