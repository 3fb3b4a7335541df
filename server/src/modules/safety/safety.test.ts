import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPicture } from '../../testing/image.ts'
import type { Person } from '../../testing/person.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()

async function two(): Promise<[creator: Person, fan: Person]> {
  return [await world().person(), await world().person()]
}
const follow = (who: Person, { handle }: Person) => who.call('PUT /api/profiles/:handle/follow', { handle })
const fansOf = async (who: Person) => (await world().visitor.must('GET /api/profiles/:handle', { handle: who.handle })).counters.fans

test('SAF-02 the blocked find nothing of the blocker’s: every read and every act answers as if the name were unknown', async () => {
  const [creator, fan] = await two()
  const { body: image } = await creator.upload(await aPicture(7))
  const poll = { options: ['A', 'B'], durationMs: null }
  const post = await creator.must('POST /api/posts', { text: 'hello', mediaIds: [image.id], poll })
  const comment = await fan.must('POST /api/posts/:postId/comments', { postId: post.id, text: 'first' })
  await follow(fan, creator)
  expect(await fansOf(creator)).toBe(1)
  expect((await fan.get(`/media/${image.id}/large.webp`)).status).toBe(200)
  const { handle } = creator
  const unknown = await fan.call('GET /api/profiles/:handle', { handle: 'nobody_at_all' })

  expect(await creator.must('PUT /api/blocks/:handle', { handle: fan.handle })).toEqual({ blocks: true })
  expect(await fansOf(creator)).toBe(0)
  const refused = await fan.call('GET /api/profiles/:handle', { handle })
  expect([refused.status, refused.body.type]).toEqual([404, unknown.body.type])
  const answers = await Promise.all([
    fan.call('GET /api/profiles/:handle/posts', { handle }),
    fan.call('GET /api/profiles/:handle/passes', { handle }),
    follow(fan, creator),
    fan.call('POST /api/tips', { handle, currency: 'core', amount: '1000' }, { 'idempotency-key': randomUUID() }),
    fan.call('GET /api/posts/:postId', { postId: post.id }),
    fan.call('PUT /api/posts/:postId/like', { postId: post.id }),
    fan.call('GET /api/posts/:postId/comments', { postId: post.id }),
    fan.call('POST /api/posts/:postId/comments', { postId: post.id, text: 'again' }),
    fan.call('PATCH /api/comments/:commentId', { commentId: comment.id, text: 'changed' }),
    fan.call('POST /api/polls/:pollId/votes', { pollId: post.poll?.id as string, optionIds: [1] }),
    fan.get(`/media/${image.id}/large.webp`),
    fan.get(`/media/${image.id}/preview.webp`),
  ])
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
  const explore = await fan.must('GET /api/feed', { tab: 'explore', limit: 50 })
  expect(explore.items.filter(({ id }) => id === post.id)).toEqual([])
  const socket = await fan.socket()
  expect((await socket.join(`comments:${post.id}`)).type).toBe('denied')
  socket.close()
  // Everybody else sees what they saw.
  expect((await world().visitor.call('GET /api/posts/:postId', { postId: post.id })).status).toBe(200)

  await creator.must('DELETE /api/blocks/:handle', { handle: fan.handle })
  expect((await fan.call('GET /api/posts/:postId', { postId: post.id })).status).toBe(200)
  expect((await fan.must('GET /api/profiles/:handle', { handle })).viewer.follows).toBe(false)
})

test('SAF-02 what the blocked could hear is closed while the block stands, on an open socket too', async () => {
  const [creator, fan] = await two()
  await follow(fan, creator)
  const post = await creator.must('POST /api/posts', { text: 'said' })
  const socket = await fan.socket()
  expect((await socket.join(`comments:${post.id}`)).type).toBe('subscribed')
  await creator.must('PUT /api/blocks/:handle', { handle: fan.handle })
  await world().settled()
  const denied = await socket.heard((frame) => frame.type === 'denied')
  expect(denied).toMatchObject({ topic: `comments:${post.id}` })
  socket.close()
})

test('SAF-02 a block names nobody to the blocked, is told on the blocker’s tabs, is listed, and is done once', async () => {
  const [creator, fan] = await two()
  await fan.must('PUT /api/blocks/:handle', { handle: creator.handle })
  await fan.must('PUT /api/blocks/:handle', { handle: creator.handle })
  await fan.must('PUT /api/mutes/:handle', { handle: creator.handle })
  const blocked = await fan.must('GET /api/me/blocks')
  expect(blocked.items.map(({ person }) => person.handle)).toEqual([creator.handle])
  expect((await fan.must('GET /api/me/mutes')).items).toHaveLength(1)
  expect((await creator.must('GET /api/me/blocks')).items).toEqual([])
  expect((await fan.must('GET /api/profiles/:handle', { handle: creator.handle })).viewer).toMatchObject({ blocks: true, mutes: true })
  expect((await creator.must('GET /api/notifications')).items).toEqual([])
  expect((await fan.call('PUT /api/blocks/:handle', { handle: fan.handle })).body.type).toBe('/problems/safety/yourself')
  expect((await fan.call('PUT /api/blocks/:handle', { handle: 'nobody_at_all' })).status).toBe(404)
  expect((await world().visitor.call('GET /api/me/blocks')).status).toBe(401)
  // Whoever is blocked may still decide for themselves.
  expect((await creator.call('PUT /api/blocks/:handle', { handle: fan.handle })).status).toBe(200)
})

test('SAF-02 whoever is muted is not shown and not told of, and notices nothing', async () => {
  const [creator, fan] = await two()
  await follow(fan, creator)
  const mine = await fan.must('POST /api/posts', { text: 'mine' })
  await creator.must('POST /api/posts', { text: 'loud' })
  await fan.must('PUT /api/mutes/:handle', { handle: creator.handle })
  expect((await fan.must('GET /api/feed', { tab: 'following' })).items.map(({ text }) => text)).toEqual(['mine'])
  await creator.must('POST /api/posts/:postId/comments', { postId: mine.id, text: 'loud too' })
  await creator.must('PUT /api/posts/:postId/like', { postId: mine.id })
  await world().settled()
  expect((await fan.must('GET /api/notifications')).items).toEqual([])
  expect((await fan.must('GET /api/posts/:postId/comments', { postId: mine.id })).items).toEqual([])
  expect((await creator.must('GET /api/posts/:postId/comments', { postId: mine.id })).items).toHaveLength(1)
  await fan.must('DELETE /api/mutes/:handle', { handle: creator.handle })
  expect((await fan.must('GET /api/feed', { tab: 'following' })).items).toHaveLength(2)
})

test('SAF-02 fifty follows and blocks at once: once a block is answered nobody of them follows, and counters are right', async () => {
  const creator = await world().person()
  const fans = await Promise.all(Array.from({ length: 25 }, () => world().person()))
  await Promise.all(fans.flatMap((fan) => [follow(fan, creator), creator.call('PUT /api/blocks/:handle', { handle: fan.handle })]))
  const rows = await world().db.sql(`select 1 from follows where followee_id = $1`, [creator.id])
  expect([rows.length, await fansOf(creator)]).toEqual([0, 0])
})
