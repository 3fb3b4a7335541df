import { expect, test } from 'vitest'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()

test('LAY-01 who only follows and posts is no creator; a post for holders, taken back again, is what makes and unmakes one', async () => {
  const maya = await world().person()
  await maya.must('POST /api/posts', { text: 'For all' })
  await maya.must('POST /api/posts', { text: 'For followers', audience: 'followers' })
  const none = { isCreator: false, tiers: 0, passes: 0, wroteForHolders: false, teams: 0 }
  expect(await maya.must('GET /api/me/studio', {})).toEqual(none)
  const { id: postId } = await maya.must('POST /api/posts', { text: 'For holders', audience: { anyOf: [[{ kind: 'pass' }]] } })
  expect(await maya.must('GET /api/me/studio', {})).toEqual({ ...none, isCreator: true, wroteForHolders: true })
  await maya.must('DELETE /api/posts/:postId', { postId })
  expect(await maya.must('GET /api/me/studio', {})).toEqual(none)
})

test('LAY-01 whoever helps in a team has a studio, and the account that they act for shows its own', async () => {
  const [owner, helper] = [await world().person(), await world().person()]
  const team = await owner.must('POST /api/teams', {})
  await owner.must('POST /api/teams/:teamId/invitations', { teamId: team.id, handle: helper.handle, role: 'writer' })
  const [invitation] = (await helper.must('GET /api/me/invitations', {})).items
  await helper.must('POST /api/me/invitations/:invitationId', { invitationId: invitation?.id as string, accept: true })
  await owner.must('POST /api/posts', { text: 'For holders', audience: { anyOf: [[{ kind: 'pass' }]] } })
  expect(await helper.must('GET /api/me/studio', {})).toMatchObject({ isCreator: true, wroteForHolders: false, teams: 1 })
  const acting = await helper.call('GET /api/me/studio', {}, { 'x-acting-as': owner.id })
  expect(acting.body).toMatchObject({ wroteForHolders: true, teams: 1 })
  expect((await world().visitor.call('GET /api/me/studio', {})).status).toBe(401)
})
