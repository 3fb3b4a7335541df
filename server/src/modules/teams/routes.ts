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

export function routes({ mount }: Host): void {
  mount.command(contracts.createTeam, createTeam)
  mount.query(contracts.listTeams, async (read) => ({ items: await viewTeams(read), nextCursor: null }))
  mount.command(contracts.inviteMember, inviteMember)
  mount.command(contracts.withdrawInvitation, withdrawInvitation)
  mount.query(contracts.listInvitations, listInvitations)
  mount.command(contracts.answerInvitation, answerInvitation)
  mount.command(contracts.changeRole, changeRole)
  mount.command(contracts.removeMember, removeMember)
  mount.command(contracts.setPayout, setPayout)
}
