import { randomUUID } from 'node:crypto'
import type { Api } from '@corefans/shared/api.ts'
import { expect, test } from 'vitest'
import { aPicture } from '../../testing/image.ts'
import type { Person } from '../../testing/person.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()
type Message = Api['POST /api/messages/threads/:threadId/messages']['output']
const send = 'POST /api/messages/threads/:threadId/messages'
const list = 'GET /api/messages/threads/:threadId/messages'

/** Two people who know each other, and their conversation. */
async function aPair(): Promise<{ maya: Person; fan: Person; threadId: string }> {
  const [maya, fan] = [await world().person(), await world().person()]
  await maya.must('PUT /api/profiles/:handle/follow', { handle: fan.handle })
  await fan.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
  const { id: threadId } = await maya.must('POST /api/messages/threads', { handles: [fan.handle] })
  return { maya, fan, threadId }
}
const say = (who: Person, threadId: string, text: string): Promise<Message> => who.must(send, { threadId, text })
const badge = async (who: Person) => (await who.must('GET /api/me/badges')).messages
const texts = async (who: Person, threadId: string) => (await who.must(list, { threadId })).items.map(({ text }) => text)

test('MSG-01 NOT-02 lines are counted once for whoever did not write them, and reading takes them off the badge of every tab', async () => {
  const { maya, fan, threadId } = await aPair()
  const tabs = await Promise.all([fan.socket(), fan.socket()])
  for (const tab of tabs) await tab.join(`account:${fan.id}`)
  const other = await aPair()
  await other.fan.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
  const lines: Message[] = []
  for (const text of ['one', 'two', 'three']) lines.push(await say(maya, threadId, text))
  const { id: second } = await maya.must('POST /api/messages/threads', { handles: [fan.handle, other.fan.handle], title: 'Rehearsal' })
  for (let n = 0; n < 7; n++) await say(maya, second, `line ${n}`)
  expect([await badge(fan), await badge(maya)]).toEqual([10, 0])
  const read = await fan.must('PUT /api/messages/threads/:threadId/read', { threadId, upTo: lines[2]?.id as string })
  expect(read).toEqual({ messages: 7, streams: 0, notifications: read.notifications })
  for (const tab of tabs)
    await tab.heard((frame) => frame.type === 'event' && frame.event.type === 'thread.read' && frame.event.unread === 7)
  expect((await maya.must('GET /api/messages/threads/:threadId', { threadId })).seen).toEqual([{ accountId: fan.id, upTo: 3 }])
  expect((await fan.must('GET /api/messages/threads')).items.map(({ id, unread }) => [id, unread])).toEqual([
    [second, 7],
    [threadId, 0],
  ])
})

test('MSG-01 a line is as the contract says, with what it answers, its reactions, and the trace of an edit and a deletion', async () => {
  const { maya, fan, threadId } = await aPair()
  const first = await say(maya, threadId, 'How was the show?')
  expect(first).toMatchObject({ threadId, seq: 1, text: 'How was the show?', media: [], deleted: false, locked: false, editedAt: null })
  expect(first.by).toEqual({ kind: 'self', signature: expect.stringMatching(/^[\w-]{86}$/) })
  const reply = await fan.must(send, { threadId, text: 'Loud', replyTo: first.id })
  expect(reply.replyTo).toMatchObject({ id: first.id, excerpt: 'How was the show?' })
  expect((await fan.must('PUT /api/messages/:messageId/reactions/:emoji', { messageId: first.id, emoji: '👍' })).reactions).toEqual([
    { emoji: '👍', count: 1, mine: true },
  ])
  const replaced = await fan.must('PUT /api/messages/:messageId/reactions/:emoji', { messageId: first.id, emoji: '🧑‍🚀' })
  expect(replaced.reactions).toEqual([{ emoji: '🧑‍🚀', count: 1, mine: true }])
  expect((await fan.call('PUT /api/messages/:messageId/reactions/:emoji', { messageId: first.id, emoji: 'no' })).status).toBe(422)
  await fan.must('DELETE /api/messages/:messageId/reactions/:emoji', { messageId: first.id, emoji: '🧑‍🚀' })
  const edited = await maya.must('PATCH /api/messages/:messageId', { messageId: first.id, text: 'How was it?' })
  expect([edited.text, edited.editedAt === null, edited.by.signature === first.by.signature]).toEqual(['How was it?', false, false])
  expect((await fan.call('PATCH /api/messages/:messageId', { messageId: first.id, text: 'x' })).body.type).toBe(
    '/problems/messages/not-yours',
  )
  expect((await fan.call('DELETE /api/messages/:messageId', { messageId: first.id })).status).toBe(403)
  await maya.must('DELETE /api/messages/:messageId', { messageId: first.id })
  const [after, before] = (await fan.must(list, { threadId })).items
  expect(before).toMatchObject({ id: first.id, deleted: true, text: '', reactions: [], viewer: { mayEdit: false } })
  expect(after?.replyTo?.excerpt).toBe('')
  expect((await maya.call('PATCH /api/messages/:messageId', { messageId: first.id, text: 'back' })).status).toBe(404)
})

test('MSG-01 a deletion takes an unread line off the badge, and reading backwards or beyond the end is refused', async () => {
  const { maya, fan, threadId } = await aPair()
  const [a, b] = [await say(maya, threadId, 'a'), await say(maya, threadId, 'b')]
  await maya.must('DELETE /api/messages/:messageId', { messageId: b.id })
  expect(await badge(fan)).toBe(1)
  const read = (upTo: string | number) => fan.call('PUT /api/messages/threads/:threadId/read', { threadId, upTo })
  expect((await read(3)).body.type).toBe('/problems/messages/unknown')
  expect((await read(randomUUID())).status).toBe(404)
  expect((await read(2)).body.messages).toBe(0)
  expect((await read(a.id)).body.type).toBe('/problems/messages/read-backwards')
  expect((await read(2)).status).toBe(200)
  expect((await read(-1)).status).toBe(422)
})

test('AUT-04 a stranger’s conversation is not there: no route, no file, no topic says that it is', async () => {
  const { maya, fan, threadId } = await aPair()
  const stranger = await world().person()
  const { body: image } = await maya.upload(await aPicture(5))
  const sent = await maya.must(send, { threadId, mediaIds: [image.id] })
  expect(sent.media).toMatchObject([{ id: image.id, kind: 'image' }])
  expect((await fan.get(`/media/${image.id}/large.webp`)).status).toBe(200)
  const asked = [
    stranger.call('GET /api/messages/threads/:threadId', { threadId }),
    stranger.call(list, { threadId }),
    stranger.call(send, { threadId, text: 'hello?' }),
    stranger.call(send, { threadId, text: 'hello?' }, { 'idempotency-key': randomUUID() }),
    stranger.call('PUT /api/messages/threads/:threadId/read', { threadId, upTo: 1 }),
    stranger.call('GET /api/messages/threads/:threadId/export', { threadId }),
    stranger.call('POST /api/messages/threads/:threadId/typing', { threadId }),
    stranger.call('POST /api/messages/threads/:threadId/accept', { threadId }),
    stranger.call('PATCH /api/messages/:messageId', { messageId: sent.id, text: 'mine' }),
    stranger.call('DELETE /api/messages/:messageId', { messageId: sent.id }),
    stranger.call('PUT /api/messages/:messageId/reactions/:emoji', { messageId: sent.id, emoji: '👍' }),
    stranger.call('GET /api/posts/:postId', { postId: threadId }),
    fan.call('POST /api/posts/:postId/comments', { postId: threadId, text: 'not here' }),
    fan.call('PUT /api/posts/:postId/like', { postId: sent.id }),
    stranger.get(`/media/${image.id}/large.webp`),
    stranger.get(`/media/${image.id}/preview.webp`),
    world().visitor.get(`/media/${image.id}/large.webp`),
  ]
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(asked.map(() => 404))
  const socket = await stranger.socket()
  expect((await socket.join(`thread:${threadId}`)).type).toBe('denied')
  socket.close()
  await maya.must('DELETE /api/messages/:messageId', { messageId: sent.id })
  expect((await fan.get(`/media/${image.id}/large.webp`)).status).toBe(404)
})

test('ACC-06 strangers come as requests, count in no badge, and may be refused before they begin', async () => {
  const [maya, fan] = [await world().person(), await world().person()]
  const { id: threadId } = await fan.must('POST /api/messages/threads', { handles: [maya.handle] })
  expect((await maya.must('GET /api/messages/threads', { folder: 'requests' })).items).toEqual([]) // nothing is written yet
  await say(fan, threadId, 'Hi!')
  expect(await badge(maya)).toBe(0)
  expect((await maya.must('GET /api/messages/threads', { folder: 'requests' })).items.map(({ unread }) => unread)).toEqual([1])
  expect((await maya.must('POST /api/messages/threads/:threadId/accept', { threadId })).folder).toBe('inbox')
  expect(await badge(maya)).toBe(1)
  await maya.must('PATCH /api/me/messages/settings', { whoMayWrite: 'known' })
  const refused = await fan.call(send, { threadId, text: 'Still me' })
  expect([refused.status, refused.body.type]).toEqual([403, '/problems/messages/not-allowed'])
  expect((await fan.must('GET /api/messages/threads/:threadId', { threadId })).mayWrite).toBe(false)
  await say(maya, threadId, 'Hello') // whoever was answered may go on
  await say(fan, threadId, 'Thanks')
  const stranger = await world().person()
  expect((await stranger.call('POST /api/messages/threads', { handles: [maya.handle] })).body.type).toBe('/problems/messages/not-allowed')
  await maya.must('PUT /api/profiles/:handle/follow', { handle: stranger.handle })
  expect((await stranger.call('POST /api/messages/threads', { handles: [maya.handle] })).status).toBe(201)
  await maya.must('PATCH /api/me/messages/settings', { whoMayWrite: 'nobody' })
  expect((await (await world().person()).call('POST /api/messages/threads', { handles: [maya.handle] })).status).toBe(403)
})

test('ACC-06 whoever answers a request has accepted it, and its lines join the badge', async () => {
  const [maya, fan] = [await world().person(), await world().person()]
  const { id: threadId } = await fan.must('POST /api/messages/threads', { handles: [maya.handle] })
  for (const text of ['a', 'b']) await say(fan, threadId, text)
  await say(maya, threadId, 'c')
  expect(await badge(maya)).toBe(2)
  await maya.must('PUT /api/messages/threads/:threadId/read', { threadId, upTo: 3 })
  expect(await badge(maya)).toBe(0)
})

test('SAF-02 a block ends what two write to each other, in words that do not say why', async () => {
  const { maya, fan, threadId } = await aPair()
  await say(fan, threadId, 'hello')
  await say(maya, threadId, 'hello')
  await maya.must('PUT /api/blocks/:handle', { handle: fan.handle })
  for (const who of [maya, fan]) expect((await who.call(send, { threadId, text: 'more' })).body.type).toBe('/problems/messages/not-allowed')
  expect((await fan.call('POST /api/messages/threads', { handles: [maya.handle] })).body.type).toBe('/problems/profiles/unknown')
  expect(await texts(fan, threadId)).toEqual(['hello', 'hello'])
})

test('INT-04 the same Idempotency-Key is one line and one answer, also at once', async () => {
  const { maya, fan, threadId } = await aPair()
  const key = { 'idempotency-key': randomUUID() }
  const answers = await Promise.all(Array.from({ length: 8 }, () => maya.call(send, { threadId, text: 'once' }, key)))
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect([await texts(fan, threadId), await badge(fan)]).toEqual([['once'], 1])
})

test('MSG-01 what is no message is refused by name, and nothing is delivered', async () => {
  const { maya, fan, threadId } = await aPair()
  const { body: foreign } = await fan.upload(await aPicture(9))
  const elsewhere = await aPair()
  const far = await say(elsewhere.maya, elsewhere.threadId, 'far')
  const cases: [object, number, string][] = [
    [{ text: '' }, 422, 'messages/empty'],
    [{ text: '\u200b\u2060' }, 422, 'messages/empty'],
    [{ text: 'x'.repeat(10_001) }, 422, 'http/invalid-input'],
    [{ text: 'abc \u202e cba' }, 422, 'http/invalid-input'],
    [{ text: 'https://a.test '.repeat(500) }, 422, 'messages/too-many-links'],
    [{ text: 'mine', mediaIds: [foreign.id] }, 404, 'media/unknown'],
    [{ text: 'x', replyTo: far.id }, 422, 'messages/unknown-reply'],
    [{ text: 'x', by: { kind: 'self', signature: 'x' } }, 422, 'http/invalid-input'],
    [{ text: 'x', price: -1 }, 422, 'http/invalid-input'],
    [{ text: 'x', author: fan.id }, 422, 'http/invalid-input'],
  ]
  for (const [body, status, code] of cases) {
    const answer = await maya.call(send, { threadId, ...body } as never)
    expect([body, answer.status, answer.body.type]).toEqual([body, status, `/problems/${code}`])
  }
  expect([await texts(fan, threadId), await badge(fan)]).toEqual([[], 0])
})

test('MSG-01 older lines go on by cursor without gap or repeat while new ones come, and `after` brings what is new', async () => {
  const { maya, fan, threadId } = await aPair()
  for (let n = 1; n <= 25; n++) await say(n % 2 ? maya : fan, threadId, String(n))
  const first = await fan.must(list, { threadId, limit: 10 })
  await say(maya, threadId, '26')
  const next = await fan.must(list, { threadId, limit: 10, cursor: first.nextCursor as string })
  const last = await fan.must(list, { threadId, limit: 10, cursor: next.nextCursor as string })
  const seqs = [first, next, last].flatMap(({ items }) => items.map(({ seq }) => seq))
  expect([seqs, last.nextCursor]).toEqual([Array.from({ length: 25 }, (_, i) => 25 - i), null])
  expect((await fan.must(list, { threadId, after: 25 })).items.map(({ text }) => text)).toEqual(['26'])
  expect((await fan.must(list, { threadId, after: Number.MAX_SAFE_INTEGER })).items).toEqual([])
})

test('MSG-01 a group is left by itself: what is said there is not heard or read any more, and counts no more', async () => {
  const people = [await world().person(), await world().person(), await world().person()] as const
  const [maya, fan, other] = people
  for (const one of [fan, other]) await one.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
  const { id: threadId } = await maya.must('POST /api/messages/threads', { handles: [fan.handle, other.handle], title: 'Three' })
  await say(maya, threadId, 'hi')
  const socket = await fan.socket()
  await socket.join(`thread:${threadId}`)
  await fan.must('POST /api/messages/threads/:threadId/leave', { threadId })
  await socket.heard((frame) => frame.type === 'denied' && frame.topic === `thread:${threadId}`)
  expect([await badge(fan), await badge(other)]).toEqual([0, 1])
  expect((await fan.call(list, { threadId })).status).toBe(404)
  const pair = await aPair()
  expect((await pair.fan.call('POST /api/messages/threads/:threadId/leave', { threadId: pair.threadId })).status).toBe(409)
  const tooMany = Array.from({ length: 20 }, (_, n) => `someone${n}`)
  expect((await maya.call('POST /api/messages/threads', { handles: tooMany })).status).toBe(422)
  expect((await maya.call('POST /api/messages/threads', { handles: [maya.handle] })).body.type).toBe('/problems/messages/yourself')
})

test('MSG-01 typing and reading are told only by whoever shows them', async () => {
  const { maya, fan, threadId } = await aPair()
  const socket = await maya.socket()
  await socket.join(`thread:${threadId}`)
  await fan.must('POST /api/messages/threads/:threadId/typing', { threadId })
  await socket.heard((frame) => frame.type === 'state' && frame.state.type === 'typing' && frame.state.handle === fan.handle)
  await fan.must('PATCH /api/me/messages/settings', { showsRead: false, showsTyping: false })
  await say(maya, threadId, 'seen?')
  const heard = socket.frames.length
  await fan.must('POST /api/messages/threads/:threadId/typing', { threadId })
  await fan.must('PUT /api/messages/threads/:threadId/read', { threadId, upTo: 1 })
  await say(fan, threadId, 'marker')
  await socket.heard((frame) => frame.type === 'event' && frame.event.type === 'messages.sent' && frame.event.upTo === 2)
  const later = JSON.stringify(socket.frames.slice(heard))
  expect([later.includes('typing'), later.includes('thread.read')]).toEqual([false, false])
  for (const who of [maya, fan]) expect((await who.must('GET /api/messages/threads/:threadId', { threadId })).seen).toEqual([])
})
