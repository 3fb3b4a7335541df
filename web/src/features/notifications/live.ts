import type { Badges } from '@corefans/shared/contracts/notifications.ts'
import type { QueryClient } from '@tanstack/react-query'
import type { LiveHandlers } from '../../lib/live.ts'
import { invalidate } from '../../lib/query.ts'
import { badgesQuery, noBadges } from './notifications.ts'

const handleUnread = (queries: QueryClient, { unread }: { unread: number }): void =>
  void queries.setQueryData<Badges>(badgesQuery.queryKey, (badges) => ({ ...noBadges, ...badges, notifications: unread }))

/** They were read, maybe on another device: the rows say so. */
function handleReadEvent(queries: QueryClient, event: { unread: number }): void {
  handleUnread(queries, event)
  void invalidate(queries, 'GET /api/notifications')
}

export const live: LiveHandlers = {
  // A new one waits above the open list until the reader asks (notifications-page.tsx); only the badge counts it at once.
  events: { 'notification.added': handleUnread, 'notifications.read': handleReadEvent },
  states: {
    badges: (queries, { streams, notifications }) =>
      void queries.setQueryData<Badges>(badgesQuery.queryKey, (badges) => ({ ...noBadges, ...badges, streams, notifications })),
  },
}
