import { teams as contracts } from '@corefans/shared/contracts/index.ts'
import type { Host } from '../../kernel/host.ts'
import {
  answerInvitation,
  changeRole,
  createTeam,
  inviteMember,
  listInvitations,
  removeMember,
  setPayout,
  withdrawInvitation,
} from './manage.ts'
import { viewTeams } from './view.ts'

export function routes({ mount, chain }: Host): void {
  mount.command(contracts.createTeam, createTeam(chain.id))
  mount.query(contracts.listTeams, async (read) => ({ items: await viewTeams(read, chain.id), nextCursor: null }))
  mount.command(contracts.inviteMember, inviteMember(chain.id))
  mount.command(contracts.withdrawInvitation, withdrawInvitation(chain.id))
  mount.query(contracts.listInvitations, listInvitations)
  mount.command(contracts.answerInvitation, answerInvitation(chain.id))
  mount.command(contracts.changeRole, changeRole(chain.id))
  mount.command(contracts.removeMember, removeMember)
  mount.command(contracts.setPayout, setPayout(chain.id))
}
