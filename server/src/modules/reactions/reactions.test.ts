import { expect, test } from 'vitest'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()
const aPost = async () => {
  const author = await world().person()
  return { author, post: await author.must('POST /api/posts', { text: 'like me' }) }
}
const stored = async (postId: string) =>
  (
    await world().db.sql<{ kept: number; rows: number }>(
      `select coalesce((select likes from like_counts where subject_id = $1), 0) as kept, (select count(*)::int from likes where subject_id = $1) as rows`,
      [postId],
    )
  )[0]

test('INT-01 fifty likes of one person at once are one like, and unliking takes it back', async () => {
  const { author, post } = await aPost()
  const fan = await world().person()
  const answers = await Promise.all(Array.from({ length: 50 }, () => fan.call('PUT /api/posts/:postId/like', { postId: post.id })))
  expect(answers.map((a) => [a.status, a.body.liked, a.body.likes])).toEqual(Array.from({ length: 50 }, () => [200, true, 1]))
  expect(await stored(post.id)).toEqual({ kept: 1, rows: 1 })
  expect(await fan.must('DELETE /api/posts/:postId/like', { postId: post.id })).toEqual({ liked: false, likes: 0 })
  expect(await fan.must('DELETE /api/posts/:postId/like', { postId: post.id })).toEqual({ liked: false, likes: 0 })
  expect((await world().visitor.must('GET /api/profiles/:handle', { handle: author.handle })).counters.likes).toBe(0)
})

test('INT-01 E6 a crowd that likes and unlikes at once loses no like, and leaves counts that equal a recount', async () => {
  const { author, post } = await aPost()
  const fans = await Promise.all(Array.from({ length: 100 }, () => world().person()))
  const answers = await Promise.all(
    fans.flatMap((fan, i) => [
      fan.call('PUT /api/posts/:postId/like', { postId: post.id }),
      ...(i % 2 === 0 ? [fan.call('DELETE /api/posts/:postId/like', { postId: post.id })] : []),
      fan.call('PUT /api/posts/:postId/like', { postId: post.id }, { 'idempotency-key': `k${i}` }),
    ]),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  // Of those who never unliked, each like stands; whoever did both at once has one like or none.
  const rows = await world().db.sql<{ id: string }>(`select account_id as id from likes where subject_id = $1`, [post.id])
  const likers = new Set(rows.map(({ id }) => id))
  expect(fans.filter((_, i) => i % 2 === 1).filter(({ id }) => !likers.has(id))).toEqual([])
  const now = await stored(post.id)
  expect(now?.kept).toBe(now?.rows)
  const view = await world().visitor.must('GET /api/posts/:postId', { postId: post.id })
  expect(view.counts.likes).toBe(now?.rows)
  expect((await world().visitor.must('GET /api/profiles/:handle', { handle: author.handle })).counters.likes).toBe(now?.rows)
})

test('INT-04 the same Idempotency-Key is one act and one answer; another request under it is refused', async () => {
  const { author, post } = await aPost()
  const key = { 'idempotency-key': 'once' }
  const send = () => author.call('POST /api/posts', { text: 'only once' }, key)
  const answers = await Promise.all(Array.from({ length: 20 }, send))
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]))
  expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
  expect((await author.must('GET /api/profiles/:handle/posts', { handle: author.handle })).items.length).toBe(2)
  const other = await author.call('POST /api/posts', { text: 'something else' }, key)
  expect([other.status, other.body.type]).toEqual([409, '/problems/http/idempotency-conflict'])
  const fan = await world().person()
  const likes = [
    await fan.call('PUT /api/posts/:postId/like', { postId: post.id }, key),
    await fan.call('PUT /api/posts/:postId/like', { postId: post.id }, key),
  ]
  expect(likes.map((answer) => answer.body)).toEqual([
    { liked: true, likes: 1 },
    { liked: true, likes: 1 },
  ])
})
