import type { ProfileView } from '@corefans/shared/contracts/profiles.ts'
import type { WireEvent } from '@corefans/shared/events/wire.ts'
import type { QueryClient } from '@tanstack/react-query'
import type { Call } from '../../lib/api.ts'
import { read } from '../../lib/query.ts'

export const profileQuery = (handle: string, call?: Call) => read('GET /api/profiles/:handle', { handle }, call)

/** Counters and edits of a profile that is on the screen. */
export function hearProfiles(queries: QueryClient, event: WireEvent): void {
  if (event.type === 'profile.counted')
    queries.setQueriesData<ProfileView>({ queryKey: ['GET /api/profiles/:handle'] }, (profile) =>
      profile?.id === event.accountId ? { ...profile, counters: event.counters } : profile,
    )
  if (event.type === 'profile.edited') void queries.invalidateQueries({ queryKey: ['GET /api/profiles/:handle'] })
}
