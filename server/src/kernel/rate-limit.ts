import { performance } from 'node:perf_hooks'
import { LRUCache } from 'lru-cache'

/** A token bucket per key: `points` at once, refilled evenly over a minute. Kept in memory; losing it forgives. */
export function rateLimiter(maxKeys = 200_000) {
  const buckets = new LRUCache<string, { left: number; at: number }>({ max: maxKeys })

  /** Seconds to wait, or 0 when the call may go on. */
  return function take(key: string, points: number): number {
    const at = performance.now()
    const bucket = buckets.get(key)
    if (!bucket) {
      buckets.set(key, { left: points - 1, at })
      return 0
    }
    bucket.left = Math.min(points, bucket.left + ((at - bucket.at) * points) / 60_000)
    bucket.at = at
    if (bucket.left < 1) return Math.max(1, Math.ceil(((1 - bucket.left) * 60) / points))
    bucket.left -= 1
    return 0
  }
}
