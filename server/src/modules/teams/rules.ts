import { type Deed, deedOf } from '@corefans/shared/acting.ts'
import type { TeamRole } from '@corefans/shared/contracts/teams.ts'

/** An invitation is good for a week. */
export const invitationMs = 7 * 86_400_000
export const maxPeople = 50

/** Roles that reach money or other owners; only an owner hands them out or takes them away. */
const grave: readonly TeamRole[] = ['owner', 'finance', 'manager']

/** Whether somebody of role `by` may give, change or take a role `of`. */
export const mayManage = (by: TeamRole, of: TeamRole): boolean => by === 'owner' || (by === 'manager' && !grave.includes(of))

export const mayPayOut = (role: TeamRole): boolean => role === 'owner' || role === 'finance'

const deeds: Record<TeamRole, readonly Deed[]> = {
  owner: ['write', 'chat', 'moderate', 'stream', 'money', 'profile', 'look'],
  manager: ['write', 'chat', 'moderate', 'stream', 'profile', 'look'],
  writer: ['write', 'look'],
  chatter: ['chat', 'look'],
  moderator: ['moderate', 'look'],
  operator: ['stream', 'look'],
  finance: ['money', 'look'],
}

/** Whether a member of this role may make this call for the account; what is not named is not allowed. */
export function mayCall(role: TeamRole, method: string, path: string): boolean {
  const deed = deedOf(method, path)
  return deed !== null && deeds[role].includes(deed)
}
