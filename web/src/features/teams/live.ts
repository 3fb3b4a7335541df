import type { LiveHandlers } from '../../lib/live.ts'

/** Rare enough to be loaded when it happens. */
export const live: LiveHandlers = {
  events: {
    'team.changed': (queries, { change }) =>
      void import('./teams.ts').then(({ handleTeamChangedEvent }) => handleTeamChangedEvent(queries, change)),
  },
}
