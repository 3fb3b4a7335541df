import type { Invitation, TeamRole, TeamView } from '@corefans/shared/contracts/teams.ts'
import { type Ctx, me, type Read } from '../../kernel/ctx.ts'
import { walletsOf } from '../accounts/index.ts'
import { accountNamed, peopleOf } from '../profiles/index.ts'
import { problem } from './problems.ts'
import { invitationMs, maxPeople, mayManage, mayPayOut, rolesGivenBy } from './rules.ts'
import { splitsOfWallets } from './split-store.ts'
import {
  deleteMember,
  findInvitation,
  insertInvitation,
  insertTeam,
  invitationsOfTeams,
  invitationsTo,
  lockTeam,
  membersOf,
  putMember,
  revokeInvitationsBy,
  setPayoutSplit,
  type TeamRow,
  takeInvitation,
} from './store.ts'
import { presentInvitations, viewTeams } from './view.ts'

type InTeam = { teamId: string }
type Team = { team: TeamRow; role: TeamRole; roles: ReadonlyMap<string, TeamRole> }

/** A team around the actor's account; the actor is its first owner. */
export const createTeam = async (ctx: Ctx, { name }: { name: string }): Promise<TeamView> => {
  const teamId = await insertTeam(ctx, me(ctx), name)
  if (!teamId) throw problem.exists()
  await putMember(ctx, { teamId, memberId: me(ctx), role: 'owner' })
  return viewOf(ctx, teamId)
}

/** Asks somebody to join; a manager cannot hand out roles that reach money or owners. */
export const inviteMember = async (ctx: Ctx, { teamId, handle, role }: InTeam & { handle: string; role: TeamRole }): Promise<TeamView> => {
  const { role: mine, roles } = await mustBeIn(ctx, teamId)
  if (!mayManage(mine, role)) throw problem['not-allowed']()
  const { id: inviteeId } = await accountNamed(ctx, handle)
  const open = await invitationsOfTeams(ctx, [teamId])
  if (roles.size + open.length >= maxPeople) throw problem.full()
  const expiresAt = new Date(ctx.now.getTime() + invitationMs)
  const isNew = !roles.has(inviteeId) && (await insertInvitation(ctx, { teamId, inviteeId, inviterId: me(ctx), role, expiresAt }))
  if (!isNew) throw problem['already-member']()
  await ctx.emit({ type: 'team.invited', teamId, accountId: inviteeId, inviterId: me(ctx), role })
  return viewOf(ctx, teamId)
}

export const withdrawInvitation = async (ctx: Ctx, { teamId, invitationId }: InTeam & { invitationId: string }): Promise<TeamView> => {
  const { role } = await mustBeIn(ctx, teamId)
  const taken = await takeInvitation(ctx, invitationId, { teamId })
  if (!taken) throw problem['unknown-invitation']()
  if (!mayManage(role, taken.role)) throw problem['not-allowed']()
  return viewOf(ctx, teamId)
}

/**
 * Joins or declines; the invitation is gone either way. It is worth what its writer may give now, not what they could
 * when they wrote it, and the team's lock keeps that from changing meanwhile.
 */
export const answerInvitation = async (ctx: Ctx, { invitationId, accept }: { invitationId: string; accept: boolean }) => {
  const known = await findInvitation(ctx, invitationId)
  if (known) await lockTeam(ctx, known.teamId)
  const taken = await takeInvitation(ctx, invitationId, { inviteeId: me(ctx) })
  if (!taken) throw problem['unknown-invitation']()
  if (accept) {
    const inviter = (await membersOf(ctx, [taken.teamId])).find(({ memberId }) => memberId === taken.inviterId)
    if (!inviter || !mayManage(inviter.role, taken.role)) throw problem['unknown-invitation']()
    await putMember(ctx, { teamId: taken.teamId, memberId: me(ctx), role: taken.role })
    await ctx.emit({ type: 'team.changed', teamId: taken.teamId, accountId: me(ctx), change: 'joined' })
  }
  return { items: await viewTeams(ctx), nextCursor: null }
}

export const changeRole = async (ctx: Ctx, { teamId, handle, role }: InTeam & { handle: string; role: TeamRole }): Promise<TeamView> => {
  const team = await mustBeIn(ctx, teamId)
  const { memberId, was } = await mustHave(ctx, team, handle)
  if (!mayManage(team.role, was) || !mayManage(team.role, role)) throw problem['not-allowed']()
  if (role !== 'owner') mustNotBeHolder(team, memberId)
  await putMember(ctx, { teamId, memberId, role })
  await revokeInvitationsBy(ctx, { teamId, inviterId: memberId, except: rolesGivenBy(role) })
  await ctx.emit({ type: 'team.changed', teamId, accountId: memberId, change: 'role' })
  return viewOf(ctx, teamId)
}

/** Removes a member, or lets one leave. The policy reads the table at each call, so it ends here and now. */
export async function removeMember(ctx: Ctx, { teamId, handle }: InTeam & { handle: string }): Promise<null> {
  const team = await mustBeIn(ctx, teamId)
  const { memberId, was } = await mustHave(ctx, team, handle)
  if (memberId !== me(ctx) && !mayManage(team.role, was)) throw problem['not-allowed']()
  mustNotBeHolder(team, memberId)
  await deleteMember(ctx, teamId, memberId)
  await revokeInvitationsBy(ctx, { teamId, inviterId: memberId, except: [] })
  await ctx.emit({ type: 'team.changed', teamId, accountId: memberId, change: 'removed' })
  return null
}

/** Where the account's tips and payments go from now on: one of its own splits, or its wallet again. */
export const setPayout = async (ctx: Ctx, { teamId, split }: InTeam & { split: string | null }): Promise<TeamView> => {
  const { team, role } = await mustBeIn(ctx, teamId)
  if (!mayPayOut(role)) throw problem['not-allowed']()
  const wallets = ((await walletsOf(ctx, [team.accountId])).get(team.accountId) ?? []).map((wallet) => wallet.address)
  const known = split === null || (await splitsOfWallets(ctx, wallets)).some(({ address }) => address === split)
  if (!known) throw problem['unknown-split']()
  await setPayoutSplit(ctx, teamId, split)
  await ctx.emit({ type: 'credentials.changed', accountId: team.accountId, change: 'payout-set' })
  return viewOf(ctx, teamId)
}

export async function listInvitations(read: Read): Promise<{ items: Invitation[]; nextCursor: null }> {
  const rows = await invitationsTo(read, me(read))
  const people = await peopleOf(
    read,
    rows.flatMap(({ accountId, inviteeId, inviterId }) => [accountId, inviteeId, inviterId]),
  )
  return { items: presentInvitations(rows, people), nextCursor: null }
}

async function viewOf(ctx: Ctx, teamId: string): Promise<TeamView> {
  const view = (await viewTeams(ctx)).find(({ id }) => id === teamId)
  if (!view) throw problem.unknown()
  return view
}

/** The team behind its lock, and the actor's role; whoever is not in it learns nothing of it. */
async function mustBeIn(ctx: Ctx, teamId: string): Promise<Team> {
  const team = await lockTeam(ctx, teamId)
  const roles = new Map((team ? await membersOf(ctx, [teamId]) : []).map((row) => [row.memberId, row.role]))
  const role = roles.get(me(ctx))
  if (!team || !role) throw problem.unknown()
  return { team, role, roles }
}

async function mustHave(ctx: Ctx, { roles }: Team, handle: string): Promise<{ memberId: string; was: TeamRole }> {
  const person = await accountNamed(ctx, handle).catch(() => null)
  const was = roles.get(person?.id ?? '')
  if (!person || !was) throw problem['unknown-member']()
  return { memberId: person.id, was }
}

/** The account's own holder is an owner for good: whoever helps to run an account cannot take it away. */
function mustNotBeHolder({ team }: Team, memberId: string): void {
  if (memberId === team.accountId) throw problem['holder-stays']()
}
