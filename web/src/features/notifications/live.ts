import type { Badges } from '@corefans/shared/contracts/notifications.ts'
import type { QueryClient } from '@tanstack/react-query'
import type { LiveHandlers } from '../../lib/live.ts'
import { invalidate } from '../../lib/query.ts'
import { badgesQuery, noBadges } from './notifications.ts'

/** The badge at once, by the server's own count; the list when it is looked at. */
function handleNotificationEvent(queries: QueryClient, { unread }: { unread: number }): void {
  queries.setQueryData<Badges>(badgesQuery.queryKey, (badges) => ({ ...noBadges, ...badges, notifications: unread }))
  void invalidate(queries, 'GET /api/notifications')
}

export const live: LiveHandlers = {
  events: { 'notification.added': handleNotificationEvent, 'notifications.read': handleNotificationEvent },
  states: {
    badges: (queries, { messages, streams, notifications }) =>
      void queries.setQueryData<Badges>(badgesQuery.queryKey, { messages, streams, notifications }),
  },
}
