import type { QueryClient } from '@tanstack/react-query'
import type { LiveHandlers } from '../../lib/live.ts'
import { invalidate } from '../../lib/query.ts'

/** Whatever a trade changes asks again: pages of tokens, what the wallet holds, and what the contracts must hold for it. */
export const handleTokenEvent = (queries: QueryClient): void =>
  void invalidate(
    queries,
    'GET /api/tokens/:handle',
    'GET /api/tokens/:handle/candles',
    'GET /api/tokens/:handle/holders',
    'GET /api/tokens/:handle/launches',
    'GET /api/tokens/:handle/trades',
    'GET /api/solvency',
    'balance',
    'held-tokens',
  )

/** Open pages of tokens ask again when the server says that one, or a launch, has changed. */
export const live: LiveHandlers = {
  events: { 'token.changed': handleTokenEvent, 'token.promised': handleTokenEvent, 'launch.changed': handleTokenEvent },
}
