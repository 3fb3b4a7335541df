import type { QueryClient } from '@tanstack/react-query'

/** All that a pass can open, its shelf and its holder's money. */
const touched = new Set([
  'GET /api/feed',
  'GET /api/profiles/:handle/posts',
  'GET /api/posts/:postId',
  'GET /api/profiles/:handle/passes',
  'GET /api/me/passes',
  'GET /api/promoted',
  'GET /api/market/listings',
  'GET /api/market/passes/:collection/:tokenId',
  'GET /api/market/activity',
  'GET /api/market/stats',
  'GET /api/me/market',
  'GET /api/me/offers',
  'balance',
  'owed',
])
const againMs = 2_000

/** Asks again for what a confirmed transaction has changed: now, and once more for a server that reads the block a moment later than we do. */
export function refreshPasses(queries: QueryClient): void {
  const ask = () => void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => touched.has(String(name)) })
  ask()
  setTimeout(ask, againMs)
}
