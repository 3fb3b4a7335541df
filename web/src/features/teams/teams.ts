import type { WireEvent } from '@corefans/shared/events/wire.ts'
import type { QueryClient } from '@tanstack/react-query'
import { actFor, acting } from '../../lib/acting.ts'
import { read } from '../../lib/query.ts'
import { toast } from '../../ui/toast.ts'

export const teamsQuery = read('GET /api/me/teams', {})
export const invitationsQuery = read('GET /api/me/invitations', {})

/** What one may do in a team changed: the pages ask again, and a removal ends acting at once. */
export function hearTeams(queries: QueryClient, event: WireEvent): void {
  if (event.type !== 'team.changed') return
  void queries.invalidateQueries({ queryKey: teamsQuery.queryKey })
  if (event.change === 'joined' || !acting.get()) return
  actFor(null)
  toast(event.change === 'removed' ? 'You are no longer in this team.' : 'Your role in a team has changed.')
}
