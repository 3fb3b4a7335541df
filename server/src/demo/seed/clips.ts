import { existsSync, readFileSync } from 'node:fs'
import { copyFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { nobody, onBehalfOf, readOn } from '../../kernel/ctx.ts'
import { beginUpload, describeMedia, finishUpload, keepImage, makeAsset, mediaProblem, stateOfMedia } from '../../modules/media/index.ts'
import type { WorldPost } from '../world/types.ts'
import type { Accounts } from './people.ts'
import { at, type Seeding } from './seeding.ts'

const folder = join(import.meta.dirname, '../clips')
const peaks = JSON.parse(readFileSync(join(folder, 'peaks.json'), 'utf8')) as Readonly<Record<string, number[]>>

type Order = { file: string; alt: string; owner: string; when: Date }

/** The films and sounds of posts, brought as anybody brings theirs: an upload, the work on it, a still or a waveform. By post. */
export async function seedClips(seeding: Seeding, posts: readonly WorldPost[], people: Accounts): Promise<Map<string, string[]>> {
  const withClip = posts.flatMap(({ key, author, clip, at: when }) => (clip ? [{ key, author, when: at(seeding, when), ...clip }] : []))
  seeding.say(`taking in ${withClip.length} films and sounds`)
  const brought = withClip.map(async ({ key, author, ...order }): Promise<[post: string, ids: string[]]> => {
    const owner = people.get(author) as string
    return [key, [await bring(seeding, { ...order, owner })]]
  })
  return new Map(await Promise.all(brought))
}

async function bring(seeding: Seeding, { file, alt, owner, when }: Order): Promise<string> {
  const { host, media } = seeding
  const caller = onBehalfOf(owner, when)
  const [id, path] = [crypto.randomUUID(), join(folder, file)]
  const { size: bytes } = await stat(path)
  await host.transact(caller, (ctx) => beginUpload(ctx, { id, bytes, kind: file.endsWith('.ogg') ? 'audio' : 'video', alt }))
  await copyFile(path, join(media.blobs.uploads, id))
  const posterMediaId = await still(seeding, { file, owner, when })
  await host.transact(caller, (ctx) => describeMedia(ctx, { mediaId: id, posterMediaId, peaks: peaks[file] }))
  await host.transact(caller, (ctx) => finishUpload(ctx, id))
  await ready(seeding, id)
  return id
}

async function still({ host, media }: Seeding, { file, owner, when }: Omit<Order, 'alt'>): Promise<string | undefined> {
  const path = join(folder, file.replace(/\.\w+$/, '.webp'))
  if (!existsSync(path)) return undefined
  const make = { blobs: media.blobs, transact: host.transact }
  const image = { kind: 'image', alt: '' } as const
  return (await makeAsset(make, onBehalfOf(owner, when), image, (making) => keepImage(media, making, { file: path, owner }))).id
}

const askEveryMs = 50
/** Until the worker has done its work. */
async function ready({ host }: Seeding, id: string): Promise<void> {
  for (;;) {
    const state = await stateOfMedia(readOn(host, nobody), id)
    if (state === 'ready') return
    if (state === 'failed') throw mediaProblem.broken()
    await new Promise((turn) => setTimeout(turn, askEveryMs))
  }
}
