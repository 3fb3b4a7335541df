import type { TeamPermission } from '@corefans/shared/contract.ts'
import { TeamRole } from '@corefans/shared/contracts/teams.ts'

/** An invitation is good for a week. */
export const invitationMs = 7 * 86_400_000
export const maxPeople = 50

/** Roles that reach money or other owners; only an owner hands them out or takes them away. */
const grave: readonly TeamRole[] = ['owner', 'finance', 'manager']

/** Whether somebody of role `by` may give, change or take a role `of`. */
export const mayManage = (by: TeamRole, of: TeamRole): boolean => by === 'owner' || (by === 'manager' && !grave.includes(of))

/** The roles that somebody of role `by` may give. */
export const rolesGivenBy = (by: TeamRole): TeamRole[] => TeamRole.options.filter((of) => mayManage(by, of))

export const mayPayOut = (role: TeamRole): boolean => role === 'owner' || role === 'finance'

const permissions: Record<TeamRole, readonly TeamPermission[]> = {
  owner: ['write', 'chat', 'moderate', 'stream', 'money', 'profile', 'view'],
  manager: ['write', 'chat', 'moderate', 'stream', 'profile', 'view'],
  writer: ['write', 'view'],
  chatter: ['chat', 'view'],
  moderator: ['moderate', 'view'],
  operator: ['stream', 'view'],
  finance: ['money', 'view'],
}

/** Whether a member of this role may do this for the account; a call whose contract names no permission is never for another. */
export const mayAct = (role: TeamRole, permission: TeamPermission | undefined): boolean =>
  permission !== undefined && permissions[role].includes(permission)
