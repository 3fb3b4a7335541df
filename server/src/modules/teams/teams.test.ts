import { distribute } from '@corefans/chain/actions/splits.ts'
import type { TeamRole } from '@corefans/shared/contracts/teams.ts'
import { getBalance } from 'viem/actions'
import { expect, test } from 'vitest'
import { reading } from '../../demo/chain.ts'
import { aSplit, reorg, tipTo } from '../../testing/payments.ts'
import type { Person } from '../../testing/person.ts'
import { aWallet, core, settle } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })

async function join(owner: Person, teamId: string, person: Person, role: TeamRole) {
  await owner.must('POST /api/teams/:teamId/invitations', { teamId, handle: person.handle, role })
  const [invitation] = (await person.must('GET /api/me/invitations', {})).items
  await person.must('POST /api/me/invitations/:invitationId', { invitationId: invitation?.id as string, accept: true })
}
async function aTeam(...roles: TeamRole[]) {
  const owner = await world().person()
  const team = await owner.must('POST /api/teams', {})
  const people = await Promise.all(roles.map(() => world().person()))
  for (const [index, role] of roles.entries()) await join(owner, team.id, people[index] as Person, role)
  return { owner, team, people }
}
/** Why a call was refused; some answer nothing when they succeed. */
const why = async (call: Promise<{ body: { type?: string } | null }>) => (await call).body?.type
const acting = (account: Person) => ({ 'x-acting-as': account.id })

test('an invitation is answered once, by whom it asks, and in time', async () => {
  const { owner, team } = await aTeam()
  const [ann, eve] = [await world().person(), await world().person()]
  await owner.must('POST /api/teams/:teamId/invitations', { teamId: team.id, handle: ann.handle, role: 'writer' })
  const [invitation] = (await ann.must('GET /api/me/invitations', {})).items
  const answer = (person: Person) =>
    person.call('POST /api/me/invitations/:invitationId', { invitationId: invitation?.id as string, accept: true })
  expect((await answer(eve)).body.type).toBe('/problems/teams/unknown-invitation')
  const answers = await Promise.all([answer(ann), answer(ann), answer(ann)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404])
  expect((await answer(ann)).body.type).toBe('/problems/teams/unknown-invitation')
  const again = await owner.call('POST /api/teams/:teamId/invitations', { teamId: team.id, handle: ann.handle, role: 'writer' })
  expect(again.body.type).toBe('/problems/teams/already-member')
  await owner.must('POST /api/teams/:teamId/invitations', { teamId: team.id, handle: eve.handle, role: 'writer' })
  await world().visitor.must('POST /api/demo/clock', { advanceMs: 8 * 86_400_000 })
  expect((await eve.must('GET /api/me/invitations', {})).items).toEqual([])
  expect((await owner.call('POST /api/teams', {})).body.type).toBe('/problems/teams/exists')
})

test('A3 an account is never taken from its holder, by no owner, in no way, also not by SQL', async () => {
  const { owner, team, people } = await aTeam('owner')
  const [second] = people as [Person]
  const out = (by: Person, whom: Person) => by.call('DELETE /api/teams/:teamId/members/:handle', { teamId: team.id, handle: whom.handle })
  const lessen = (by: Person) =>
    by.call('PUT /api/teams/:teamId/members/:handle', { teamId: team.id, handle: owner.handle, role: 'writer' })
  for (const by of [second, owner]) {
    expect(await why(out(by, owner))).toBe('/problems/teams/holder-stays')
    expect(await why(lessen(by))).toBe('/problems/teams/holder-stays')
  }
  const { sql } = world().db
  await expect(sql(`delete from team_members where member_id = $1`, [owner.id])).rejects.toThrow('teams_holder_is_owner')
  await expect(sql(`update team_members set role = 'writer' where member_id = $1`, [owner.id])).rejects.toThrow('teams_holder_is_owner')
  expect((await out(owner, second)).status).toBe(204)
  expect((await owner.must('GET /api/me/teams', {})).items[0]?.members.map(({ person, role }) => [person.id, role])).toEqual([
    [owner.id, 'owner'],
  ])
})

test('A3 an invitation is worth what its writer may give now, and goes with whoever wrote it', async () => {
  const { owner, team, people } = await aTeam('owner', 'manager', 'manager')
  const [second, manager, other] = people as [Person, Person, Person]
  const invite = async (by: Person, role: TeamRole) => {
    const person = await world().person()
    await by.must('POST /api/teams/:teamId/invitations', { teamId: team.id, handle: person.handle, role })
    const [invitation] = (await person.must('GET /api/me/invitations', {})).items
    return { person, invitationId: invitation?.id as string }
  }
  const accept = async ({ person, invitationId }: Awaited<ReturnType<typeof invite>>) =>
    (await person.call('POST /api/me/invitations/:invitationId', { invitationId, accept: true })).status
  const [asOwner, asWriter, byManager, kept] = [
    await invite(second, 'owner'),
    await invite(second, 'writer'),
    await invite(manager, 'chatter'),
    await invite(other, 'writer'),
  ]
  const change = (whom: Person, role: TeamRole) =>
    owner.must('PUT /api/teams/:teamId/members/:handle', { teamId: team.id, handle: whom.handle, role })
  await change(second, 'manager')
  expect([await accept(asOwner), (await asOwner.person.must('GET /api/me/invitations', {})).items.length]).toEqual([404, 0])
  expect(await accept(asWriter)).toBe(200)
  await owner.must('DELETE /api/teams/:teamId/members/:handle', { teamId: team.id, handle: manager.handle })
  expect([await accept(byManager), (await owner.must('GET /api/me/teams', {})).items[0]?.invitations.length]).toEqual([404, 1])
  // Judged at the answer too: whatever made the writer less meanwhile.
  await world().db.sql(`update team_members set role = 'writer' where member_id = $1`, [other.id])
  expect(await accept(kept)).toBe(404)
})

test('a manager cannot reach money or owners, a moderator cannot become finance', async () => {
  const { owner, team, people } = await aTeam('manager', 'moderator')
  const [manager, moderator] = people as [Person, Person]
  const change = (by: Person, whom: Person, role: TeamRole) =>
    by.call('PUT /api/teams/:teamId/members/:handle', { teamId: team.id, handle: whom.handle, role })
  expect((await change(moderator, moderator, 'finance')).body.type).toBe('/problems/teams/not-allowed')
  expect((await change(manager, manager, 'owner')).body.type).toBe('/problems/teams/not-allowed')
  expect((await change(manager, moderator, 'finance')).body.type).toBe('/problems/teams/not-allowed')
  expect((await change(manager, owner, 'writer')).body.type).toBe('/problems/teams/not-allowed')
  expect((await change(manager, moderator, 'writer')).status).toBe(200)
  const out = await manager.call('DELETE /api/teams/:teamId/members/:handle', { teamId: team.id, handle: owner.handle })
  expect(await why(Promise.resolve(out))).toBe('/problems/teams/not-allowed')
  const stranger = await world().person()
  expect((await change(stranger, owner, 'writer')).body.type).toBe('/problems/teams/unknown')
  expect((await change(owner, stranger, 'writer')).body.type).toBe('/problems/teams/unknown-member')
})

test('a writer posts as the account, and nothing else; a removal ends it at once', async () => {
  const { owner, team, people } = await aTeam('writer', 'chatter')
  const [writer, chatter] = people as [Person, Person]
  const post = (person: Person) => person.call('POST /api/posts', { text: 'from the team' }, acting(owner))
  const made = await post(writer)
  expect([made.status, made.body.author.handle]).toEqual([201, owner.handle])
  expect((await post(chatter)).body.type).toBe('/problems/teams/not-allowed')
  expect((await post(await world().person())).body.type).toBe('/problems/teams/not-allowed')
  for (const call of [
    writer.call('GET /api/me', {}, acting(owner)),
    writer.call('GET /api/me/wallets', {}, acting(owner)),
    writer.call('GET /api/me/tips', {}, acting(owner)),
    writer.call('PUT /api/me/password', { next: 'correct horse battery' }, acting(owner)),
    writer.call('POST /api/sessions/revoke-others', {}, acting(owner)),
    writer.call('DELETE /api/teams/:teamId/members/:handle', { teamId: team.id, handle: chatter.handle }, acting(owner)),
  ])
    expect(await why(call)).toBe('/problems/teams/not-allowed')
  const socket = await writer.socket()
  await socket.join(`account:${writer.id}`)
  await owner.must('DELETE /api/teams/:teamId/members/:handle', { teamId: team.id, handle: writer.handle })
  expect((await post(writer)).body.type).toBe('/problems/teams/not-allowed')
  await socket.heard((frame) => frame.type === 'event' && frame.event.type === 'team.changed' && frame.event.change === 'removed')
  socket.close()
  expect((await writer.must('GET /api/me/teams', {})).items).toEqual([])
})

test('AIV-08 a split of 60/30/10 made on chain is shown to members, is paid a tip of 10 less the fee, and divides it to the wei', async () => {
  const { owner, team, people } = await aTeam('finance', 'writer')
  const [finance, writer] = people as [Person, Person]
  const wallets = [await aWallet(world(), owner), await aWallet(world(), finance), await aWallet(world(), writer)]
  const [maker] = wallets as [(typeof wallets)[number]]
  const bps = [6_000, 3_000, 1_000]
  const split = await aSplit(
    world(),
    maker,
    wallets.map((wallet, index) => ({ account: wallet.account.address, bps: bps[index] ?? 0 })),
  )
  const [seen] = (await writer.must('GET /api/me/teams', {})).items
  expect(seen?.splits[0]?.shares.map(({ person, shareBps }) => [person?.handle, shareBps])).toEqual([
    [owner.handle, 6_000],
    [finance.handle, 3_000],
    [writer.handle, 1_000],
  ])
  const payout = { teamId: team.id, split: split.toLowerCase() as `0x${string}` }
  expect((await writer.call('PUT /api/teams/:teamId/payout', payout)).body.type).toBe('/problems/teams/not-allowed')
  const wrong = { teamId: team.id, split: `0x${'1'.repeat(40)}` as const }
  expect((await finance.call('PUT /api/teams/:teamId/payout', wrong)).body.type).toBe('/problems/teams/unknown-split')
  await finance.must('PUT /api/teams/:teamId/payout', payout)
  const fan = await world().person()
  const from = { person: fan, wallet: await aWallet(world(), fan) }
  await tipTo(world(), from, { handle: owner.handle }, { currency: 'core', amount: (10n * core).toString() })
  expect((await owner.must('GET /api/me/tips', { side: 'received' })).items[0]?.net.amount).toBe(((95n * core) / 10n).toString())
  const balances = () => Promise.all(wallets.map((wallet) => getBalance(reading(world().rpcUrl), wallet.account)))
  const before = await balances()
  await settle(world(), await distribute(from.wallet, { split }))
  const gained = (await balances()).map((balance, index) => balance - (before[index] ?? 0n))
  expect(gained).toEqual([(57n * core) / 10n, (285n * core) / 100n, (95n * core) / 100n])
  const after = (await writer.must('GET /api/me/teams', {})).items[0]?.splits[0]
  expect(after?.shares.map(({ released }) => released[0]?.amount)).toEqual(gained.map(String))
  await reorg(world(), 1)
  const undone = (await writer.must('GET /api/me/teams', {})).items[0]?.splits[0]
  expect(undone?.shares.map(({ released }) => released)).toEqual([[], [], []])
})
