import type { ProfileView } from '@corefans/shared/contracts/profiles.ts'
import type { LiveHandlers } from '../../lib/live.ts'
import { type ApiRead, invalidate } from '../../lib/query.ts'

const shown: ApiRead = 'GET /api/profiles/:handle'

/** Counters and edits of a profile that is on the screen. */
export const live: LiveHandlers = {
  events: {
    'profile.counted': (queries, { accountId, counters }) =>
      void queries.setQueriesData<ProfileView>({ queryKey: [shown] }, (profile) =>
        profile?.id === accountId ? { ...profile, counters } : profile,
      ),
    'profile.edited': (queries) => void invalidate(queries, shown),
  },
}
