import type { PostView } from '@corefans/shared/contracts/posts.ts'
import { plural } from '../../lib/format.ts'
import { clock } from '../media/index.ts'

const many = { image: 'image', video: 'video', audio: 'sound' } as const

/** What is behind the lock, in words: how many of each kind, and how long what plays lasts. */
export function inside({ media, poll }: Pick<PostView, 'media' | 'poll'>): string {
  const parts = (['image', 'video', 'audio'] as const).flatMap((kind) => {
    const ones = media.filter((one) => one.kind === kind)
    const lastsMs = ones.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0)
    return ones.length > 0 ? [plural(ones.length, many[kind]) + (lastsMs > 0 ? ` of ${clock(lastsMs)}` : '')] : []
  })
  if (poll) parts.push('a poll')
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? 'A post in words')
}
