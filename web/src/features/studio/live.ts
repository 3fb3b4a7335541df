import type { QueryClient } from '@tanstack/react-query'
import type { LiveHandlers } from '../../lib/live.ts'
import { invalidate } from '../../lib/query.ts'

/** A first tier, a first post for holders or a team makes a creator; the last one taken back unmakes one. */
const handleStudioEvent = (queries: QueryClient): void => void invalidate(queries, 'GET /api/me/studio')

export const live: LiveHandlers = {
  events: { 'tier.changed': handleStudioEvent, 'post.published': handleStudioEvent, 'post.deleted': handleStudioEvent },
}
