import { createSplit, distribute, splitOf } from '@corefans/chain/actions/splits.ts'
import { onBehalfOf } from '../../kernel/ctx.ts'
import { answerInvitation, createTeam, inviteMember, setPayout } from '../../modules/teams/index.ts'
import { reading, walletOf } from '../chain.ts'
import type { WorldTeam } from '../world/types.ts'
import { placeOf } from './chain.ts'
import type { Deed } from './history.ts'
import type { Accounts } from './people.ts'
import { at, type Seeding } from './seeding.ts'

type Address = `0x${string}`

const termsOf = ({ host }: Seeding, { account, keepsBps, members }: WorldTeam, people: Accounts) => ({
  splitFactory: host.chain.contracts.splitFactory as Address,
  shares: [{ handle: account, bps: keepsBps }, ...members]
    .filter(({ bps }) => bps > 0)
    .map(({ handle, bps }) => ({ account: walletOf(placeOf(people, handle)).address, bps })),
})

/** The contract that divides what a team's account is paid. */
export const splitDeeds = (seeding: Seeding, teams: readonly WorldTeam[], people: Accounts): Deed[] =>
  teams.map((team) => ({
    at: team.at,
    place: placeOf(people, team.account),
    does: (client) => createSplit(client, termsOf(seeding, team, people)),
  }))

/** What has come in by then is divided. */
export const divideDeeds = (seeding: Seeding, teams: readonly WorldTeam[], people: Accounts): Deed[] =>
  teams.map((team) => ({
    at: team.dividedAt,
    place: placeOf(people, team.account),
    does: async (client) => distribute(client, { split: await splitOf(client, termsOf(seeding, team, people)) }),
  }))

/** Members by invitation, as the page does it; from now on the account is paid at its split. */
export async function seedTeams(seeding: Seeding, teams: readonly WorldTeam[], people: Accounts): Promise<void> {
  const { host } = seeding
  for (const team of teams) {
    const as = (handle: string) => onBehalfOf(people.get(handle) as string, at(seeding, team.invitedAt))
    const { id: teamId } = await host.transact(as(team.account), (ctx) => createTeam(ctx, { name: team.name }))
    for (const { handle, role } of team.members) {
      const { invitations } = await host.transact(as(team.account), (ctx) => inviteMember(ctx, { teamId, handle, role }))
      const invitationId = invitations[0]?.id as string
      await host.transact(as(handle), (ctx) => answerInvitation(ctx, { invitationId, accept: true }))
    }
    const split = (await splitOf(reading(host.chain.rpcUrl), termsOf(seeding, team, people))).toLowerCase()
    await host.transact(as(team.account), (ctx) => setPayout(ctx, { teamId, split }))
  }
}
