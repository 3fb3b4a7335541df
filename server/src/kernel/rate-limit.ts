import { performance } from 'node:perf_hooks'
import { LRUCache } from 'lru-cache'

/** A token bucket per key: `points` at once, refilled evenly over a minute. Kept in memory; losing it forgives. */
export function rateLimiter(maxKeys = 200_000) {
  const buckets = new LRUCache<string, { left: number; at: number }>({ max: maxKeys })

  /** Seconds to wait, or 0 when the call, which costs `cost` points, may go on. */
  return function take(key: string, points: number, cost = 1): number {
    const at = performance.now()
    const bucket = buckets.get(key)
    if (!bucket) {
      buckets.set(key, { left: points - cost, at })
      return 0
    }
    bucket.left = Math.min(points, bucket.left + ((at - bucket.at) * points) / 60_000)
    bucket.at = at
    if (bucket.left < cost) return Math.max(1, Math.ceil(((cost - bucket.left) * 60) / points))
    bucket.left -= cost
    return 0
  }
}
