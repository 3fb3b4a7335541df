import type { Badges } from '@corefans/shared/contracts/notifications.ts'
import { useQuery } from '@tanstack/react-query'
import { read } from '../../lib/query.ts'
import { useMe } from '../../lib/session.ts'

export const badgesQuery = read('GET /api/me/badges', {})
export const noBadges: Badges = { messages: 0, streams: 0, notifications: 0 }

/** The counters of the navigation; all 0 for a visitor. */
export function useBadges(): Badges {
  const me = useMe()
  return useQuery({ ...badgesQuery, enabled: me !== null }).data ?? noBadges
}
