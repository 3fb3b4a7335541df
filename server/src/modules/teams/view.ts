import type { Person } from '@corefans/shared/contracts/profiles.ts'
import type { Invitation, SplitView, TeamView } from '@corefans/shared/contracts/teams.ts'
import { dollarMoney, type Money, nativeMoney } from '@corefans/shared/values/money.ts'
import { me, type Read } from '../../kernel/ctx.ts'
import { accountsOfWallets, walletsOf } from '../accounts/index.ts'
import { peopleOf } from '../profiles/index.ts'
import { type ReleasedRow, releasedOf, type SplitRow, splitsOfWallets } from './split-store.ts'
import { type InvitationRow, invitationsOfTeams, type MemberRow, membersOf, type TeamRow, teamsOfMember } from './store.ts'

type People = ReadonlyMap<string, Person>

/** The teams the actor is in, as a member sees them. */
export async function viewTeams(read: Read): Promise<TeamView[]> {
  const teams = await teamsOfMember(read, me(read))
  if (teams.length === 0) return []
  const ids = teams.map((team) => team.id)
  const [members, invitations] = await Promise.all([membersOf(read, ids), invitationsOfTeams(read, ids)])
  const people = await peopleOf(read, [
    ...teams.map((team) => team.accountId),
    ...members.map((member) => member.memberId),
    ...invitations.flatMap(({ inviteeId, inviterId }) => [inviteeId, inviterId]),
  ])
  const views: TeamView[] = []
  for (const team of teams) {
    const own = {
      members: members.filter((row) => row.teamId === team.id),
      invitations: invitations.filter((row) => row.teamId === team.id),
    }
    const view = present(read, team, own, people)
    if (view) views.push({ ...view, splits: await viewSplits(read, team) })
  }
  return views
}

type Rows = { members: readonly MemberRow[]; invitations: readonly InvitationRow[] }

function present(read: Read, team: TeamRow, { members, invitations }: Rows, people: People): Omit<TeamView, 'splits'> | null {
  const account = people.get(team.accountId)
  const role = members.find((row) => row.memberId === read.actor)?.role
  if (!account || !role) return null
  return {
    id: team.id,
    account,
    role,
    members: members.flatMap(({ memberId, role: theirs, since }) => {
      const person = people.get(memberId)
      return person ? [{ person, role: theirs, since: since.toISOString() }] : []
    }),
    invitations: presentInvitations(invitations, people),
  }
}

export function presentInvitations(rows: readonly InvitationRow[], people: People): Invitation[] {
  return rows.flatMap(({ id, accountId, inviteeId, inviterId, role, expiresAt }) => {
    const [account, invitee] = [people.get(accountId), people.get(inviteeId)]
    if (!account || !invitee) return []
    return [{ id, account, invitee, role, inviter: people.get(inviterId) ?? null, expiresAt: expiresAt.toISOString() }]
  })
}

/** Splits made by a wallet of the account, with the people behind their recipients. */
async function viewSplits(read: Read, team: TeamRow): Promise<SplitView[]> {
  const wallets = ((await walletsOf(read, [team.accountId])).get(team.accountId) ?? []).map((wallet) => wallet.address)
  const splits = await splitsOfWallets(read, wallets)
  if (splits.length === 0) return []
  const released = await releasedOf(
    read,
    splits.map((split) => split.address),
  )
  const accounts = await accountsOfWallets(read, [...new Set(splits.flatMap((split) => split.shares.map((share) => share.recipient)))])
  const people = await peopleOf(read, [...accounts.values()])
  const personAt = (address: string) => people.get(accounts.get(address) ?? '') ?? null
  return splits.map((split) => presentSplit(read.chain.id, split, { team, released, personAt }))
}

type Around = { team: TeamRow; released: readonly ReleasedRow[]; personAt: (address: string) => Person | null }

const presentSplit = (chainId: number, split: SplitRow, { team, released, personAt }: Around): SplitView => ({
  address: split.address,
  isPayout: team.payoutSplit === split.address,
  createdAt: split.createdAt.toISOString(),
  shares: split.shares.map(({ recipient, shareBps }) => ({
    recipient,
    shareBps,
    person: personAt(recipient),
    released: released
      .filter((row) => row.split === split.address && row.recipient === recipient)
      .map(({ asset, amount }): Money => (asset === 'native' ? nativeMoney(chainId, amount) : dollarMoney(chainId, asset, amount))),
  })),
})
