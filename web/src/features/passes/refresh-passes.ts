import type { QueryClient } from '@tanstack/react-query'

/** Beginnings of all that a pass can open, its shelf and its holder's money. */
const touched = [
  'GET /api/feed',
  'GET /api/p',
  'GET /api/me/passes',
  'GET /api/me/market',
  'GET /api/me/offers',
  'GET /api/market',
  'balance',
  'owed',
]
const againMs = 2_000

/** Asks again for what a confirmed transaction has changed: now, and once more for a server that reads the block a moment later than we do. */
export function refreshPasses(queries: QueryClient): void {
  const ask = () =>
    void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => touched.some((start) => String(name).startsWith(start)) })
  ask()
  setTimeout(ask, againMs)
}
