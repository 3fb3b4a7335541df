import type { QueryClient } from '@tanstack/react-query'
import type { LiveHandlers } from '../../lib/live.ts'
import { invalidate } from '../../lib/query.ts'

/** What a change of rights can open or lock is asked again. */
const handleAccessEvent = (queries: QueryClient): void =>
  void invalidate(
    queries,
    'GET /api/feed',
    'GET /api/profiles/:handle/posts',
    'GET /api/posts/:postId',
    'GET /api/profiles/:handle/passes',
    'GET /api/profiles/:handle',
    'GET /api/me/passes',
    'GET /api/promoted',
  )

export const live: LiveHandlers = {
  events: {
    'access.changed': handleAccessEvent,
    'wallets.changed': handleAccessEvent,
    'tier.changed': (queries) => void invalidate(queries, 'GET /api/profiles/:handle/passes'),
  },
}
