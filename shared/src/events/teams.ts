import type { Wire } from './audience.ts'

/** Who is in a team, or what somebody may do there, changed: pages that act for it ask again. */
export type TeamChanged = { type: 'team.changed'; teamId: string; accountId: string; change: 'joined' | 'role' | 'removed' }
/** Somebody was asked to join. */
export type TeamInvited = { type: 'team.invited'; teamId: string; accountId: string; inviterId: string; role: string }

export const teamsWire = {
  'team.changed': [{ topics: ({ accountId }) => [`account:${accountId}`], view: ({ type, teamId, change }) => ({ type, teamId, change }) }],
  'team.invited': [],
} satisfies Wire<TeamChanged | TeamInvited>
