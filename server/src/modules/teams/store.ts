import type { TeamRole } from '@corefans/shared/contracts/teams.ts'
import type { Ctx, Read } from '../../kernel/ctx.ts'

type Sql = Pick<Read, 'sql'>
export type TeamRow = { id: string; accountId: string; payoutSplit: string | null }
export type MemberRow = { teamId: string; memberId: string; role: TeamRole; since: Date }
export type InvitationRow = {
  id: string
  teamId: string
  accountId: string
  inviteeId: string
  inviterId: string
  role: TeamRole
  expiresAt: Date
}

const teamColumns = `t.id, t.account_id as "accountId", t.payout_split as "payoutSplit"`
const invitationColumns = `i.id, i.team_id as "teamId", t.account_id as "accountId", i.invitee_id as "inviteeId", i.inviter_id as "inviterId", i.role, i.expires_at as "expiresAt"`
const openInvitations = `team_invitations i join teams t on t.id = i.team_id where i.expires_at > app_now()`

export const insertTeam = async (ctx: Ctx, account: string, name: string) =>
  (
    await ctx.sql<{ id: string }>(
      `insert into teams (account_id, name, created_at) values ($1, $3, $2) on conflict (account_id) do nothing returning id`,
      [account, ctx.now, name],
    )
  )[0]?.id
export const putMember = (ctx: Ctx, member: Pick<MemberRow, 'teamId' | 'memberId' | 'role'>) =>
  ctx.sql(
    `insert into team_members (team_id, member_id, role, since) values ($1, $2, $3, $4) on conflict (team_id, member_id) do update set role = excluded.role`,
    [member.teamId, member.memberId, member.role, ctx.now],
  )
export const deleteMember = (ctx: Ctx, teamId: string, memberId: string) =>
  ctx.sql(`delete from team_members where team_id = $1 and member_id = $2`, [teamId, memberId])

/** The team behind its lock, so that two changes of one team follow each other. */
export const lockTeam = async (ctx: Ctx, id: string) =>
  (await ctx.sql<TeamRow>(`select ${teamColumns} from teams t where t.id = $1 for update`, [id]))[0]
export const teamsOfMember = (read: Sql, member: string) =>
  read.sql<TeamRow>(
    `select ${teamColumns} from teams t join team_members m on m.team_id = t.id where m.member_id = $1 order by t.account_id <> $1, m.since, t.id limit 50`,
    [member],
  )
/** In how many teams somebody is, their own among them. */
export const countTeams = async (read: Sql, member: string): Promise<number> =>
  (await read.sql<{ n: number }>(`select count(*)::int as n from team_members where member_id = $1`, [member]))[0]?.n ?? 0
export const membersOf = (read: Sql, teams: readonly string[]) =>
  read.sql<MemberRow>(
    `select team_id as "teamId", member_id as "memberId", role, since from team_members where team_id = any($1) order by since, member_id`,
    [teams],
  )
/** What the teams of accounts call themselves; those without a name are absent. */
export const teamNames = (read: Sql, accounts: readonly string[]) =>
  read.sql<{ accountId: string; name: string }>(
    `select account_id as "accountId", name from teams where account_id = any($1) and name <> ''`,
    [accounts],
  )
/** What somebody is in all teams. */
export const rolesOf = (read: Sql, member: string) =>
  read.sql<{ accountId: string; role: TeamRole }>(
    `select t.account_id as "accountId", m.role from team_members m join teams t on t.id = m.team_id where m.member_id = $1`,
    [member],
  )
/** What somebody is in the team of an account; absent if nothing. */
export const roleFor = async (read: Sql, account: string, member: string) =>
  (
    await read.sql<{ role: TeamRole }>(
      `select m.role from team_members m join teams t on t.id = m.team_id where t.account_id = $1 and m.member_id = $2`,
      [account, member],
    )
  )[0]?.role
export const payoutSplits = (read: Sql, accounts: readonly string[]) =>
  read.sql<{ accountId: string; split: string }>(
    `select account_id as "accountId", payout_split as split from teams where account_id = any($1) and payout_split is not null`,
    [accounts],
  )
export const accountsOfPayouts = (read: Sql, splits: readonly string[]) =>
  read.sql<{ accountId: string; split: string }>(
    `select account_id as "accountId", payout_split as split from teams where payout_split = any($1)`,
    [splits],
  )
export const setPayoutSplit = (ctx: Ctx, id: string, split: string | null) =>
  ctx.sql(`update teams set payout_split = $2 where id = $1`, [id, split])

/** A new invitation; absent if there is an open one. One that has expired makes room. */
export async function insertInvitation(ctx: Ctx, invitation: Omit<InvitationRow, 'id' | 'accountId'>): Promise<boolean> {
  const { teamId, inviteeId, inviterId, role, expiresAt } = invitation
  await ctx.sql(`delete from team_invitations where team_id = $1 and invitee_id = $2 and expires_at <= $3`, [teamId, inviteeId, ctx.now])
  const rows = await ctx.sql(
    `insert into team_invitations (team_id, invitee_id, inviter_id, role, created_at, expires_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`,
    [teamId, inviteeId, inviterId, role, ctx.now, expiresAt],
  )
  return rows.length === 1
}
export const invitationsOfTeams = (read: Sql, teams: readonly string[]) =>
  read.sql<InvitationRow>(`select ${invitationColumns} from ${openInvitations} and i.team_id = any($1) order by i.created_at, i.id`, [
    teams,
  ])
export const invitationsTo = (read: Sql, invitee: string) =>
  read.sql<InvitationRow>(
    `select ${invitationColumns} from ${openInvitations} and i.invitee_id = $1 order by i.created_at, i.id limit 50`,
    [invitee],
  )
/** An invitation, open or not, as it stands now. */
export const findInvitation = async (read: Sql, id: string) =>
  (await read.sql<{ teamId: string }>(`select team_id as "teamId" from team_invitations where id = $1`, [id]))[0]
/** Takes back what somebody issued, except for the roles that they may still give. */
export const revokeInvitationsBy = (ctx: Ctx, by: { teamId: string; inviterId: string; except: readonly TeamRole[] }) =>
  ctx.sql(`delete from team_invitations where team_id = $1 and inviter_id = $2 and role <> all($3::text[])`, [
    by.teamId,
    by.inviterId,
    by.except,
  ])
/** Takes the invitation away and answers it: whoever comes second finds nothing. */
export const takeInvitation = async (ctx: Ctx, id: string, by: { inviteeId: string } | { teamId: string }) =>
  (
    await ctx.sql<InvitationRow>(
      `delete from team_invitations i using teams t where t.id = i.team_id and i.id = $1 and i.expires_at > $4
          and ($2::uuid is null or i.invitee_id = $2) and ($3::uuid is null or i.team_id = $3) returning ${invitationColumns}`,
      [id, 'inviteeId' in by ? by.inviteeId : null, 'teamId' in by ? by.teamId : null, ctx.now],
    )
  )[0]
