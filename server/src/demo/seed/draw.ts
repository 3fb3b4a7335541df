import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { onBehalfOf } from '../../kernel/ctx.ts'
import { fairQueue } from '../../kernel/fair-queue.ts'
import { keepImage, makeAsset } from '../../modules/media/index.ts'
import type { Seeding } from './seeding.ts'

/** All pictures at once would keep a slow machine from everything else, until connections to the database time out. */
const easel = fairQueue({ atOnce: 4, waitingEach: Number.POSITIVE_INFINITY })

type Picture = { svg: () => string; alt: string }
type Owner = { account: string; when: Date }

/** Draws the SVG and takes it in as an upload of the owner: the same road as anybody's picture. Answers its media id. */
export const drawn = (seeding: Seeding, owner: Owner, picture: Picture): Promise<string> =>
  easel(owner.account, () => takenIn(seeding, owner, picture))

async function takenIn({ host, media }: Seeding, owner: Owner, { svg, alt }: Picture): Promise<string> {
  const file = join(media.blobs.scratch, `${crypto.randomUUID()}.png`)
  try {
    await sharp(Buffer.from(svg())).png({ compressionLevel: 1 }).toFile(file)
    const make = { blobs: media.blobs, transact: host.transact }
    const caller = onBehalfOf(owner.account, owner.when)
    return (await makeAsset(make, caller, { kind: 'image', alt }, (making) => keepImage(media, making, { file, owner: owner.account }))).id
  } finally {
    await rm(file, { force: true })
  }
}
