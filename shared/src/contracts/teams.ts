import { z } from 'zod'
import { contract } from '../contract.ts'
import { Handle } from '../values/handle.ts'
import { Address, AddressView, Id } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { Money } from '../values/money.ts'
import { line } from '../values/text.ts'
import { Person } from './profiles.ts'

/**
 * What a member may do for the account: `owner` everything a member can; `manager` everything but money and owners;
 * `writer` posts; `chatter` messages; `moderator` reports and blocks; `operator` streams; `finance` money.
 */
export const TeamRole = z.enum(['owner', 'manager', 'writer', 'chatter', 'moderator', 'operator', 'finance'])
export type TeamRole = z.infer<typeof TeamRole>

export const SplitView = z.object({
  address: AddressView,
  shares: z.array(z.object({ recipient: AddressView, person: Person.nullable(), shareBps: z.number().int(), released: z.array(Money) })),
  /** Tips and payments for the account go here. */
  isPayout: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type SplitView = z.infer<typeof SplitView>

export const TeamMember = z.object({ person: Person, role: TeamRole, since: z.iso.datetime() })
export type TeamMember = z.infer<typeof TeamMember>
export const Invitation = z.object({
  id: Id,
  account: Person,
  invitee: Person,
  role: TeamRole,
  inviter: Person.nullable(),
  expiresAt: z.iso.datetime(),
})
export type Invitation = z.infer<typeof Invitation>

export const TeamView = z.object({
  id: Id,
  /** The account that the team runs. */
  account: Person,
  /** The viewer's own role. */
  role: TeamRole,
  members: z.array(TeamMember),
  invitations: z.array(Invitation),
  splits: z.array(SplitView),
})
export type TeamView = z.infer<typeof TeamView>

const inTeam = { teamId: Id }

export const createTeam = contract('POST /api/teams', {
  summary: 'Begin a team around this account; its own holder is the first owner',
  who: 'account',
  /** What it calls itself beside the role of whoever writes for the account. */
  input: z.strictObject({ name: line(limits.name).default('') }),
  output: TeamView,
  status: 201,
  problems: ['teams/exists'],
})
export const listTeams = contract('GET /api/me/teams', {
  summary: 'The teams this account is in, its own first',
  who: 'account',
  input: z.strictObject({}),
  output: z.object({ items: z.array(TeamView), nextCursor: z.null() }),
  problems: [],
})
export const inviteMember = contract('POST /api/teams/:teamId/invitations', {
  summary: 'Ask somebody to join with a role',
  who: 'account',
  fresh: true,
  input: z.strictObject({ ...inTeam, handle: Handle, role: TeamRole }),
  output: TeamView,
  status: 201,
  problems: ['teams/unknown', 'teams/not-allowed', 'teams/already-member', 'teams/full', 'profiles/unknown', 'accounts/fresh-sign-in'],
  rate: { points: 20, per: 'account' },
})
export const withdrawInvitation = contract('DELETE /api/teams/:teamId/invitations/:invitationId', {
  summary: 'Take an invitation back',
  who: 'account',
  input: z.strictObject({ ...inTeam, invitationId: Id }),
  output: TeamView,
  problems: ['teams/unknown', 'teams/not-allowed', 'teams/unknown-invitation'],
})
export const listInvitations = contract('GET /api/me/invitations', {
  summary: 'Teams that ask this account to join',
  who: 'account',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Invitation), nextCursor: z.null() }),
  problems: [],
})
export const answerInvitation = contract('POST /api/me/invitations/:invitationId', {
  summary: 'Join, or decline; an invitation is answered once',
  who: 'account',
  input: z.strictObject({ invitationId: Id, accept: z.boolean() }),
  output: z.object({ items: z.array(TeamView), nextCursor: z.null() }),
  problems: ['teams/unknown-invitation'],
})
export const changeRole = contract('PUT /api/teams/:teamId/members/:handle', {
  summary: "Change a member's role; at once",
  who: 'account',
  fresh: true,
  input: z.strictObject({ ...inTeam, handle: Handle, role: TeamRole }),
  output: TeamView,
  problems: ['teams/unknown', 'teams/not-allowed', 'teams/unknown-member', 'teams/holder-stays', 'accounts/fresh-sign-in'],
})
export const removeMember = contract('DELETE /api/teams/:teamId/members/:handle', {
  summary: 'Remove a member, or leave; what they could do ends at once',
  who: 'account',
  input: z.strictObject({ ...inTeam, handle: Handle }),
  output: z.null(),
  status: 204,
  problems: ['teams/unknown', 'teams/not-allowed', 'teams/unknown-member', 'teams/holder-stays'],
})
export const setPayout = contract('PUT /api/teams/:teamId/payout', {
  summary: 'Send what the account earns to one of the team’s splits, or back to its wallet',
  who: 'account',
  fresh: true,
  input: z.strictObject({ ...inTeam, split: Address.nullable() }),
  output: TeamView,
  problems: ['teams/unknown', 'teams/not-allowed', 'teams/unknown-split', 'accounts/fresh-sign-in'],
})
