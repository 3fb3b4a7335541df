import type { Api } from '@corefans/shared/api.ts'
import { expect, test } from 'vitest'
import type { Person } from '../../testing/person.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()
type Comment = Api['GET /api/comments/:commentId']['output']
const list = 'GET /api/posts/:postId/comments'
const write = 'POST /api/posts/:postId/comments'

async function aPost(audience: 'public' | 'followers' = 'public'): Promise<{ author: Person; postId: string }> {
  const author = await world().person()
  return { author, postId: (await author.must('POST /api/posts', { text: 'say something', audience })).id }
}
const say = (who: Person, postId: string, text: string, parentId?: string): Promise<Comment> =>
  who.must(write, { postId, text, ...(parentId ? { parentId } : {}) })
const countOf = async (postId: string) => (await world().visitor.must('GET /api/posts/:postId', { postId })).counts.comments
const texts = async (who: Person, postId: string, more: object = {}) =>
  (await who.must(list, { postId, ...more })).items.map(({ text, deleted }) => (deleted ? 'deleted' : text))

test('INT-02 API-03 a comment is written, read, changed and deleted; then it is gone', async () => {
  const { author, postId } = await aPost()
  const fan = await world().person()
  const answer = await fan.call(write, { postId, text: 'First!' })
  expect([answer.status, answer.body]).toEqual([
    201,
    {
      id: expect.any(String),
      postId,
      parentId: null,
      author: expect.objectContaining({ id: fan.id, handle: fan.handle }),
      text: 'First!',
      createdAt: expect.any(String),
      editedAt: null,
      deleted: false,
      counts: { likes: 0, replies: 0 },
      viewer: { liked: false, isAuthor: true, mayEdit: true, mayDelete: true },
      byPublisher: false,
    },
  ])
  const commentId = answer.body.id
  expect(await world().visitor.must('GET /api/comments/:commentId', { commentId })).toMatchObject({
    text: 'First!',
    viewer: { isAuthor: false },
  })
  const edited = await fan.must('PATCH /api/comments/:commentId', { commentId, text: 'Second thoughts' })
  expect([edited.text, edited.editedAt === null]).toEqual(['Second thoughts', false])
  expect((await author.call('PATCH /api/comments/:commentId', { commentId, text: 'Mine now' })).body.type).toBe(
    '/problems/comments/not-yours',
  )
  const stranger = await world().person()
  expect((await stranger.call('DELETE /api/comments/:commentId', { commentId })).status).toBe(403)
  expect((await fan.call('PATCH /api/comments/:commentId', { commentId, text: 'x', likes: 9 } as never)).status).toBe(422)
  expect(await countOf(postId)).toBe(1)
  await fan.must('DELETE /api/comments/:commentId', { commentId })
  expect(await countOf(postId)).toBe(0)
  for (const route of ['GET /api/comments/:commentId', 'DELETE /api/comments/:commentId'] as const)
    expect((await fan.call(route, { commentId })).status).toBe(404)
  expect(await texts(fan, postId)).toEqual([])
})

test('INT-02 a deleted comment with replies leaves a stub that says neither what nor whose it was', async () => {
  const { author, postId } = await aPost()
  const fan = await world().person()
  const first = await say(fan, postId, 'a secret that I regret')
  const reply = await say(author, postId, 'I read it', first.id)
  expect(reply.byPublisher).toBe(true)
  await fan.must('DELETE /api/comments/:commentId', { commentId: first.id })
  const page = await author.must(list, { postId })
  expect(page.items).toMatchObject([{ id: first.id, deleted: true, counts: { likes: 0, replies: 1 } }])
  for (const body of [page, await author.must('GET /api/comments/:commentId', { commentId: first.id })]) {
    expect(JSON.stringify(body)).not.toContain('regret')
    expect(JSON.stringify(body)).not.toContain(fan.id)
    expect(JSON.stringify(body)).not.toContain(fan.handle)
  }
  expect(await texts(author, postId, { parentId: first.id })).toEqual(['I read it'])
  expect(await countOf(postId)).toBe(1)
  expect((await author.call(write, { postId, text: 'too late', parentId: first.id })).body.type).toBe('/problems/comments/unknown-parent')
  await author.must('DELETE /api/comments/:commentId', { commentId: reply.id })
  expect(await texts(author, postId)).toEqual([])
  expect(await countOf(postId)).toBe(0)
})

test('INT-02 a deletion is undone for ten seconds by whoever did it, and by nobody else', async () => {
  const { author, postId } = await aPost()
  const fan = await world().person()
  const { id: commentId } = await say(fan, postId, 'stay')
  const restore = (who: Person) => who.call('POST /api/comments/:commentId/restore', { commentId })
  await fan.must('DELETE /api/comments/:commentId', { commentId })
  expect((await restore(fan)).body).toMatchObject({ text: 'stay', deleted: false })
  expect(await countOf(postId)).toBe(1)
  await author.must('DELETE /api/comments/:commentId', { commentId })
  expect((await restore(fan)).body.type).toBe('/problems/comments/unknown')
  await world().db.sql(`update comments set deleted_at = deleted_at - interval '11 seconds' where id = $1`, [commentId])
  expect((await restore(author)).body.type).toBe('/problems/comments/too-late')
  expect(await countOf(postId)).toBe(0)
})

test('INT-02 words may be changed for an hour', async () => {
  const { postId } = await aPost()
  const fan = await world().person()
  const { id: commentId } = await say(fan, postId, 'young')
  await world().db.sql(`update comments set created_at = created_at - interval '61 minutes' where id = $1`, [commentId])
  expect((await fan.must('GET /api/comments/:commentId', { commentId })).viewer.mayEdit).toBe(false)
  expect((await fan.call('PATCH /api/comments/:commentId', { commentId, text: 'old' })).body.type).toBe('/problems/comments/too-late')
})

test('INT-02 threads go on by cursor: newest, best, and replies from the oldest on', async () => {
  const { postId } = await aPost()
  const [one, two] = [await world().person(), await world().person()]
  const ids: string[] = []
  for (let n = 0; n < 7; n++) ids.push((await say(one, postId, `c${n}`)).id)
  await one.must('PUT /api/comments/:commentId/like', { commentId: ids[2] as string })
  await two.must('PUT /api/comments/:commentId/like', { commentId: ids[2] as string })
  await two.must('PUT /api/comments/:commentId/like', { commentId: ids[4] as string })
  for (let n = 0; n < 5; n++) await say(two, postId, `r${n}`, ids[0])
  const walk = async (more: object) => {
    const found: (string | undefined)[] = []
    for (let cursor: string | null = null; ; ) {
      const page: Api[typeof list]['output'] = await two.must(list, { postId, limit: 2, ...more, ...(cursor ? { cursor } : {}) })
      found.push(...page.items.map(({ text }) => text))
      if (!page.nextCursor) return found
      cursor = page.nextCursor
    }
  }
  expect(await walk({})).toEqual(['c6', 'c5', 'c4', 'c3', 'c2', 'c1', 'c0'])
  expect(await walk({ order: 'best' })).toEqual(['c2', 'c4', 'c6', 'c5', 'c3', 'c1', 'c0'])
  expect(await walk({ parentId: ids[0] })).toEqual(['r0', 'r1', 'r2', 'r3', 'r4'])
  expect((await two.must(list, { postId, order: 'best', limit: 1 })).items[0]).toMatchObject({
    counts: { likes: 2 },
    viewer: { liked: true },
  })
  expect(
    (await two.call(list, { postId, order: 'best', cursor: (await two.must(list, { postId, limit: 1 })).nextCursor as string })).status,
  ).toBe(422)
})

test('INT-01 fifty likes of one person at once are one like of the comment; its author hears of it, their profile does not count it', async () => {
  const { postId } = await aPost()
  const [fan, other] = [await world().person(), await world().person()]
  const { id: commentId } = await say(fan, postId, 'like me')
  await Promise.all(Array.from({ length: 50 }, () => other.must('PUT /api/comments/:commentId/like', { commentId })))
  expect((await other.must('GET /api/comments/:commentId', { commentId })).counts.likes).toBe(1)
  expect((await world().visitor.must('GET /api/profiles/:handle', { handle: fan.handle })).counters.likes).toBe(0)
  expect((await other.call('PUT /api/posts/:postId/like', { postId: commentId })).status).toBe(404)
  expect((await other.call('PUT /api/comments/:commentId/like', { commentId: postId })).status).toBe(404)
  await world().settled()
  const { items } = await fan.must('GET /api/notifications', {})
  expect(items).toMatchObject([
    { type: 'like', text: 'liked your comment', excerpt: 'like me', href: `/post/${postId}?comment=${commentId}` },
  ])
  expect(await other.must('DELETE /api/comments/:commentId/like', { commentId })).toEqual({ liked: false, likes: 0 })
})

test('INT-02 what is no comment is refused by name', async () => {
  const { postId } = await aPost()
  const [{ postId: elsewhere }, fan] = [await aPost(), await world().person()]
  const first = await say(fan, postId, 'one')
  const reply = await say(fan, postId, 'two', first.id)
  const refused = async (input: Api[typeof write]['input']) => {
    const { status, body } = await fan.call(write, input)
    return [status, body.type]
  }
  for (const text of ['', ' \n\t', '\u200b\u200d\u2060', '\u2800'])
    expect(await refused({ postId, text })).toEqual([422, '/problems/comments/empty'])
  expect(await refused({ postId, text: 'x'.repeat(10_001) })).toEqual([422, '/problems/http/invalid-input'])
  expect(await refused({ postId, text: 'x', parentId: crypto.randomUUID() })).toEqual([422, '/problems/comments/unknown-parent'])
  expect(await refused({ postId: elsewhere, text: 'x', parentId: first.id })).toEqual([422, '/problems/comments/unknown-parent'])
  expect(await refused({ postId, text: 'x', parentId: reply.id })).toEqual([422, '/problems/comments/two-levels'])
  expect(await refused({ postId: crypto.randomUUID(), text: 'x' })).toEqual([404, '/problems/comments/unknown-post'])
  expect(await refused({ postId: first.id, text: 'x' })).toEqual([404, '/problems/comments/unknown-post'])
  expect((await fan.call('PATCH /api/comments/:commentId', { commentId: first.id, text: '\u200b' })).body.type).toBe(
    '/problems/comments/empty',
  )
  expect((await world().visitor.call(write, { postId, text: 'x' })).status).toBe(401)
  expect((await fan.must(write, { postId, text: 'x'.repeat(10_000) })).text).toHaveLength(10_000)
  expect(await countOf(postId)).toBe(3)
})

test('INT-02 on a deleted post there is nothing to read, write, like or delete; it comes back with the post', async () => {
  const { author, postId } = await aPost()
  const fan = await world().person()
  const { id: commentId } = await say(fan, postId, 'still here')
  await author.must('DELETE /api/posts/:postId', { postId })
  const statuses = await Promise.all([
    fan.call(list, { postId }),
    fan.call(write, { postId, text: 'x' }),
    fan.call('GET /api/comments/:commentId', { commentId }),
    fan.call('PATCH /api/comments/:commentId', { commentId, text: 'x' }),
    fan.call('DELETE /api/comments/:commentId', { commentId }),
    fan.call('PUT /api/comments/:commentId/like', { commentId }),
    fan.call('GET /api/posts/:postId/thread', { postId }),
  ])
  expect(statuses.map(({ status }) => status)).toEqual(statuses.map(() => 404))
  await author.must('POST /api/posts/:postId/restore', { postId })
  expect([await countOf(postId), await texts(fan, postId)]).toEqual([1, ['still here']])
})

test('INT-04 the same Idempotency-Key is one comment and one answer', async () => {
  const { postId } = await aPost()
  const fan = await world().person()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => fan.call(write, { postId, text: 'once' }, { 'idempotency-key': 'a key' })),
  )
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
  expect(await countOf(postId)).toBe(1)
})

test('INT-02 a crowd of two hundred at once: every comment stands once and all counts are exact', async () => {
  const { author, postId } = await aPost()
  const begun = await say(author, postId, 'over to you')
  const fans = await Promise.all(Array.from({ length: 50 }, () => world().person()))
  const answers = await Promise.all(
    fans.flatMap((fan, i) =>
      [0, 1, 2, 3].map((n) =>
        fan.call(
          write,
          { postId, text: `${i}/${n}`, ...(n % 2 ? { parentId: begun.id } : {}) },
          n === 3 ? { 'idempotency-key': 'k' } : undefined,
        ),
      ),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(200)
  const said = new Map(answers.map(({ body }) => [body.text, body.author?.id]))
  expect(fans.every((fan, i) => [0, 1, 2, 3].every((n) => said.get(`${i}/${n}`) === fan.id))).toBe(true)
  expect(await countOf(postId)).toBe(201)
  expect((await author.must('GET /api/comments/:commentId', { commentId: begun.id })).counts.replies).toBe(100)
  const [rows] = await world().db.sql<{ n: number; replies: number }>(
    `select count(*)::int as n, count(parent_id)::int as replies from comments where subject_id = $1`,
    [postId],
  )
  expect(rows).toEqual({ n: 201, replies: 100 })
})

test('who published hears of comments in one line, who was answered of replies; nobody of their own', async () => {
  const { author, postId } = await aPost()
  const [one, two] = [await world().person(), await world().person()]
  const first = await say(one, postId, 'what a view')
  await say(two, postId, 'indeed')
  await say(author, postId, 'thank you', first.id)
  await say(two, postId, 'where is it?', first.id)
  await say(one, postId, 'tell us', first.id)
  await world().settled()
  const told = async (who: Person) =>
    (await who.must('GET /api/notifications', { tab: 'interactions' })).items.map(({ type, text, count, excerpt }) => [
      type,
      text,
      count,
      excerpt,
    ])
  expect(await told(author)).toEqual([['comment', 'commented on your post', 2, 'say something']])
  expect(await told(one)).toEqual([['reply', 'replied to your comment', 2, 'what a view']])
  expect(await told(two)).toEqual([])
})
