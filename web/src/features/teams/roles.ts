import type { TeamRole } from '@corefans/shared/contracts/teams.ts'

/** What each role may do, in one line. */
export const roles: { role: TeamRole; line: string }[] = [
  { role: 'owner', line: 'Everything, also money and other owners' },
  { role: 'manager', line: 'Posts, messages, streams and people, but no money' },
  { role: 'writer', line: 'Writes posts' },
  { role: 'chatter', line: 'Answers messages' },
  { role: 'moderator', line: 'Reports, blocks and mutes' },
  { role: 'operator', line: 'Runs streams' },
  { role: 'finance', line: 'Sees the money and sets where it goes' },
]

const grave: readonly TeamRole[] = ['owner', 'manager', 'finance']
/** The roles that somebody of this role may give and take. */
export const mayGive = (by: TeamRole): TeamRole[] =>
  roles.map(({ role }) => role).filter((role) => by === 'owner' || (by === 'manager' && !grave.includes(role)))
export const mayPayOut = (role: TeamRole): boolean => role === 'owner' || role === 'finance'
