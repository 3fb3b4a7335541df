import type { Audience } from '@corefans/shared/contracts/posts.ts'
import { randomOf } from '../art/random.ts'
import { sceneAlt, sceneSize } from '../art/scene.ts'
import { writtenPosts } from './posts/index.ts'
import { day, hour, minute } from './time.ts'
import type { WorldImage, WorldPoll, WorldPost } from './types.ts'
import type { Picture, Written, WrittenPoll } from './written.ts'

/** Creators write over ninety days; a fan has only begun. */
const spanOf = (author: string) => (author === 'fan1' ? 9 * day : 90 * day)

function audienceOf(open: Written['for']): Audience {
  if (open === undefined) return 'public'
  if (open === 'followers') return 'followers'
  return { anyOf: [[open === 'pass' ? { kind: 'pass' } : { kind: 'pass', tierIds: open }]] }
}

const imageOf = (seed: string, { name, alt, palette }: Picture): WorldImage => ({
  name,
  seed,
  palette: palette ?? null,
  ...sceneSize(seed),
  alt: alt ?? sceneAlt(name),
})
const pollOf = (at: number, { options, days, multiple = false, holdersOnly = false }: WrittenPoll): WorldPoll => ({
  options,
  multiple,
  holdersOnly,
  closesAt: days === null ? null : at + days * day,
})

function publishAll(seed: number, author: string, written: readonly Written[]): WorldPost[] {
  const random = randomOf(`${seed}/posts/${author}`)
  const slot = spanOf(author) / written.length
  const last = written.length - 1
  return written.map((post, i) => {
    const key = `${author}/${i + 1}`
    const when = i === last ? -(random.next() ** 2) * 30 * hour - 4 * minute : -spanOf(author) + (i + random.between(0.1, 0.95)) * slot
    const at = Math.round(when / minute) * minute
    return {
      key,
      author,
      at,
      text: post.text,
      audience: audienceOf(post.for),
      images: (post.pictures ?? []).map((picture, k) => imageOf(`${seed}/${key}/${k + 1}`, picture)),
      clip: post.clip ?? null,
      poll: post.poll ? pollOf(at, post.poll) : null,
      deletedAt: post.deleted ? at + 2 * hour : null,
    }
  })
}

/** Every post of the world at its time, oldest first. */
export const publish = (seed: number): WorldPost[] =>
  Object.entries(writtenPosts)
    .flatMap(([author, written]) => publishAll(seed, author, written))
    .sort((a, b) => a.at - b.at || a.key.localeCompare(b.key, 'en'))
