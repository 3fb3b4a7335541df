import type { Badges } from '@corefans/shared/contracts/notifications.ts'
import type { WireEvent } from '@corefans/shared/events/wire.ts'
import type { EphemeralState } from '@corefans/shared/realtime.ts'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { read } from '../../lib/query.ts'
import { useMe } from '../../lib/session.ts'

export const badgesQuery = read('GET /api/me/badges', {})
const none: Badges = { messages: 0, streams: 0, notifications: 0 }

/** The counters of the navigation; all 0 for a visitor. */
export function useBadges(): Badges {
  const me = useMe()
  return useQuery({ ...badgesQuery, enabled: me !== null }).data ?? none
}

export function hearBadges(queries: QueryClient, state: EphemeralState): void {
  if (state.type === 'badges')
    queries.setQueryData<Badges>(badgesQuery.queryKey, {
      messages: state.messages,
      streams: state.streams,
      notifications: state.notifications,
    })
}

export function hearNotifications(queries: QueryClient, event: WireEvent): void {
  if (event.type !== 'notification.added' && event.type !== 'notifications.read') return
  queries.setQueryData<Badges>(badgesQuery.queryKey, (badges) => ({ ...none, ...badges, notifications: event.unread }))
  void queries.invalidateQueries({ queryKey: ['GET /api/notifications'] })
}
