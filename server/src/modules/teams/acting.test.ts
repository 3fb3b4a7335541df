import { mayActOn } from '@corefans/shared/acting.ts'
import type { Contract } from '@corefans/shared/contract.ts'
import * as modules from '@corefans/shared/contracts/index.ts'
import type { TeamRole } from '@corefans/shared/contracts/teams.ts'
import { expect, test } from 'vitest'
import { aPicture } from '../../testing/image.ts'
import type { Person } from '../../testing/person.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()
const contracts = Object.values(modules).flatMap((module) =>
  (Object.values(module) as unknown[]).filter((one): one is Contract => typeof one === 'object' && one !== null && 'route' in one),
)
const acting = (account: Person) => ({ 'x-acting-as': account.id })

async function aMember(owner: Person, role: TeamRole): Promise<Person> {
  const person = await world().person()
  const [known] = (await owner.must('GET /api/me/teams', {})).items
  const team = known ?? (await owner.must('POST /api/teams', {}))
  await owner.must('POST /api/teams/:teamId/invitations', { teamId: team.id, handle: person.handle, role })
  const [invitation] = (await person.must('GET /api/me/invitations', {})).items
  await person.must('POST /api/me/invitations/:invitationId', { invitationId: invitation?.id as string, accept: true })
  return person
}

test('A8 the contract alone says what a member may call for the account, and the browser knows the same calls', () => {
  expect(contracts.length).toBeGreaterThan(80)
  for (const { route, actFor } of contracts) expect([route, mayActOn(route)]).toEqual([route, actFor !== undefined])
  expect(contracts.filter(({ actFor, who }) => actFor === 'money' && who !== 'account')).toEqual([])
})

test('A8 finance reads the statements that its role lists, as lines and as files; who has no such role reads none', async () => {
  const owner = await world().person()
  const [finance, writer] = [await aMember(owner, 'finance'), await aMember(owner, 'writer')]
  const month = '2026-01'
  for (const [person, status] of [
    [finance, 200],
    [writer, 403],
  ] as const) {
    expect((await person.call('GET /api/me/statement', { month }, acting(owner))).status).toBe(status)
    expect((await person.call('GET /api/me/portfolio', {}, acting(owner))).status).toBe(status)
    expect((await person.get(`/api/me/statement.csv?month=${month}`, acting(owner))).status).toBe(status)
    expect((await person.get(`/api/me/statement.csv?month=${month}&acting-as=${owner.id}`)).status).toBe(status)
    expect((await person.get(`/api/me/portfolio.csv?acting-as=${owner.id}`)).status).toBe(status)
  }
  const stranger = await world().person()
  expect((await stranger.get(`/api/me/portfolio.csv?acting-as=${owner.id}`)).status).toBe(403)
})

test('A8 a member sees a locked post open and its picture too, and what a writer uploads for the account is the account’s', async () => {
  const owner = await world().person()
  const [writer, moderator] = [await aMember(owner, 'writer'), await aMember(owner, 'moderator')]
  const upload = await world().host.app.inject({
    method: 'POST',
    url: '/api/media',
    headers: { cookie: writer.cookie, 'content-type': 'image/png', ...acting(owner) },
    payload: await aPicture(3),
  })
  expect(upload.statusCode).toBe(201)
  const mediaIds = [upload.json<{ id: string }>().id]
  const post = await writer.call('POST /api/posts', { text: 'for followers', mediaIds, audience: 'followers' }, acting(owner))
  expect(post.status).toBe(201)
  const asOneself = (await moderator.must('GET /api/posts/:postId', { postId: post.body.id })).media[0]
  expect((await moderator.get(asOneself?.previewUrl?.replace('preview', 'large') as string)).status).toBe(403)
  const seen = await moderator.call('GET /api/posts/:postId', { postId: post.body.id }, acting(owner))
  expect(seen.body.locked).toBe(false)
  const url = seen.body.media[0]?.url as string
  expect((await moderator.get(url)).status).toBe(200)
  expect((await world().host.app.inject({ method: 'HEAD', url, headers: { cookie: moderator.cookie } })).statusCode).toBe(200)
  expect((await (await world().person()).get(url)).status).toBe(403)
  await owner.must('DELETE /api/teams/:teamId/members/:handle', {
    teamId: (await owner.must('GET /api/me/teams', {})).items[0]?.id as string,
    handle: moderator.handle,
  })
  expect((await moderator.get(url)).status).toBe(403)
})
