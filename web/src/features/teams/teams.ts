import type { WireEvent } from '@corefans/shared/events/wire.ts'
import type { QueryClient } from '@tanstack/react-query'
import { actFor, acting } from '../../lib/acting.ts'
import { invalidate, read } from '../../lib/query.ts'
import { toast } from '../../ui/toast.ts'

export const teamsQuery = read('GET /api/me/teams', {})
export const invitationsQuery = read('GET /api/me/invitations', {})

type Change = Extract<WireEvent, { type: 'team.changed' }>['change']

/** What one may do in a team changed: the pages ask again, and a removal ends acting at once. */
export function handleTeamChangedEvent(queries: QueryClient, change: Change): void {
  void invalidate(queries, 'GET /api/me/teams')
  if (change === 'joined' || !acting.get()) return
  actFor(null)
  toast(change === 'removed' ? 'You are no longer in this team.' : 'Your role in a team has changed.')
}
