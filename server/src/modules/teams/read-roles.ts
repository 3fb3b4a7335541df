import type { TeamPermission } from '@corefans/shared/contract.ts'
import type { Read } from '../../kernel/ctx.ts'
import { mayAct } from './rules.ts'
import { rolesOf } from './store.ts'

/** The accounts for which somebody may do this as a member of their teams. */
export const runsFor = async (read: Pick<Read, 'sql'>, member: string, permission: TeamPermission): Promise<string[]> =>
  (await rolesOf(read, member)).filter(({ role }) => mayAct(role, permission)).map(({ accountId }) => accountId)
