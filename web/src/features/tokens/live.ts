import type { QueryClient } from '@tanstack/react-query'
import type { LiveHandlers } from '../../lib/live.ts'
import { invalidate } from '../../lib/query.ts'

/** Whatever a trade changes asks again, but for the list of trades: what is new waits above it (token-lists.tsx). */
export const handleTokenEvent = (queries: QueryClient): void =>
  void invalidate(
    queries,
    'GET /api/tokens/:handle',
    'GET /api/tokens/:handle/candles',
    'GET /api/tokens/:handle/holders',
    'GET /api/tokens/:handle/launches',
    'GET /api/solvency',
    'balance',
    'held-tokens',
  )

/** Open pages of tokens ask again when the server says that one, or a launch, has changed. */
export const live: LiveHandlers = {
  events: { 'token.changed': handleTokenEvent, 'token.promised': handleTokenEvent, 'launch.changed': handleTokenEvent },
}
