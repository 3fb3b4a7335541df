import { LRUCache } from 'lru-cache'
import type { Read } from '../../../kernel/ctx.ts'
import type { Place } from '../../../kernel/cursor.ts'
import { departureOf } from '../../../kernel/db.ts'
import { type PostRow, postsFollowed } from '../store.ts'
import { timelinePage } from './store/page.ts'

/** Who had no timeline a moment ago: asked for again after a minute. Pulling is right for everybody, so this is never wrong. */
const pulls = new LRUCache<string, true>({ max: 100_000, ttl: 60_000, ttlResolution: 1_000 })

/**
 * The newest posts of the viewer and of whom the viewer follows, and one more than `limit`: from the viewer's timeline where
 * there is one, and pulled from all of them beneath its floor. Both forms answer the same.
 */
export async function followedPosts(read: Read, viewer: string, from: Place | null, limit: number): Promise<PostRow[]> {
  const isShared = departureOf(read.sql) !== null
  if (isShared && pulls.has(viewer)) return postsFollowed(read, viewer, from, limit)
  const { hasTimeline, rows, beneath } = await timelinePage(read, viewer, from, limit + 1)
  if (isShared && !hasTimeline) pulls.set(viewer, true)
  return beneath ? [...rows, ...(await postsFollowed(read, viewer, beneath, limit - rows.length))] : rows
}
