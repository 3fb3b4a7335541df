import { once } from 'node:events'
import type { DomainEvent } from '@corefans/shared/events/index.ts'
import type { ServerFrame } from '@corefans/shared/realtime.ts'
import { expect, test } from 'vitest'
import type { TestSocket } from '../../testing/socket.ts'
import { useWorld } from '../../testing/world.ts'
import { nobody } from '../ctx.ts'
import { stampEvents } from '../events/outbox.ts'

const world = useWorld()
const emit = (event: DomainEvent) => world().host.transact(nobody, (ctx) => ctx.emit(event))
const eventsOf = ({ frames }: TestSocket) => frames.flatMap((frame) => (frame.type === 'event' ? [frame.event] : []))
const liked = (subjectId: string, likes: number): DomainEvent => ({
  type: 'subject.liked',
  subjectId,
  kind: 'post',
  withinId: null,
  ownerId: '00000000-0000-7000-8000-000000000001',
  likes,
  likerIds: [],
})
const isLiked = (likes: number) => (frame: ServerFrame) =>
  frame.type === 'event' && frame.event.type === 'subject.liked' && frame.event.likes === likes
/** The bus of every process of this world loses its connection. */
const cutBus = () =>
  world().db.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'corefans-bus' and datname = current_database()`,
  )

test('A2 what a socket hears is the wire view: a crowd hears counts, only the liker hears that it was them, live and replayed', async () => {
  const [maya, fan] = [await world().person(), await world().person()]
  const post = await maya.must('POST /api/posts', { text: 'For holders', audience: 'followers' })
  await fan.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
  const [stranger, own] = [await world().visitor.socket(), await fan.socket()]
  await stranger.join(`post:${post.id}`)
  await own.join(`account:${fan.id}`)
  await fan.must('PUT /api/posts/:postId/like', { postId: post.id })
  await stranger.heard(isLiked(1))
  await own.heard(isLiked(1))
  expect(eventsOf(stranger)).toEqual([{ type: 'subject.liked', subjectId: post.id, likes: 1, byMe: false }])
  expect(eventsOf(own)).toContainEqual({ type: 'subject.liked', subjectId: post.id, likes: 1, byMe: true })
  const late = await world().visitor.socket()
  late.send({ type: 'subscribe', topics: [`post:${post.id}`], since: 0 })
  await late.heard(isLiked(1))
  expect(JSON.stringify(late.frames)).not.toContain(fan.id)
  for (const socket of [stranger, own, late]) socket.close()
})

test('A2 a tip tells the post how many there are, and neither who paid nor what', async () => {
  const maya = await world().person()
  const post = await maya.must('POST /api/posts', { text: 'Open' })
  const stranger = await world().visitor.socket()
  await stranger.join(`post:${post.id}`)
  const payer = crypto.randomUUID()
  await emit({
    type: 'tip.seen',
    tipId: crypto.randomUUID(),
    subjectId: post.id,
    tips: 1,
    payerId: payer,
    payeeId: maya.id,
    gross: { amount: '5', asset: '31337:native', decimals: 18 },
    delivered: true,
  })
  await stranger.heard((frame) => frame.type === 'event')
  expect(eventsOf(stranger)).toEqual([{ type: 'tip.seen', subjectId: post.id, tips: 1 }])
  stranger.close()
})

test('B1 frames of one socket run one after another: topics never pass the limit, however many frames come at once', async () => {
  const socket = await world().visitor.socket()
  const topics = (frame: number) => Array.from({ length: 150 }, (_, i) => `profile:${frame}-${i}`)
  for (const frame of [1, 2, 3]) socket.send({ type: 'subscribe', topics: topics(frame) })
  await socket.heard((frame) => frame.type === 'subscribed' && frame.topics.length === 0)
  const joined = socket.frames.flatMap((frame) => (frame.type === 'subscribed' ? frame.topics : []))
  expect(joined).toHaveLength(200)
  socket.close()
})

test('B1 a socket that asks for more topics than any page does is sent away, and what it still had waiting is not asked', async () => {
  const socket = await world().visitor.socket()
  const closed = once(socket.ws, 'close') as Promise<[number]>
  const unknown = Array.from({ length: 200 }, () => `post:${crypto.randomUUID()}`)
  for (let frame = 0; frame < 900; frame++) socket.send({ type: 'subscribe', topics: unknown })
  const [code] = await closed
  expect(code).toBe(1013)
  expect(socket.frames.filter(({ type }) => type === 'denied').length).toBeLessThanOrEqual(2_000)
})

test('B1 many topics of one kind are one question', async () => {
  const maya = await world().person()
  const ids: string[] = []
  for (let n = 0; n < 12; n++) ids.push((await maya.must('POST /api/posts', { text: String(n) })).id)
  let asked = 0
  const { db } = world()
  const plain = db.sql
  db.sql = ((text: string, values?: readonly unknown[]) => {
    if (/from subjects/.test(text)) asked += 1
    return plain(text, values)
  }) as typeof db.sql
  const socket = await world().visitor.socket()
  const frame = await socket.join(...ids.map((id) => `post:${id}`))
  db.sql = plain
  expect(frame).toMatchObject({ type: 'subscribed' })
  expect(asked).toBe(1)
  socket.close()
})

test('B1 one account has so many sockets and no more; a place is free again when one closes', async () => {
  const maya = await world().person()
  const sockets = await Promise.all(Array.from({ length: 30 }, () => maya.socket()))
  await expect(maya.socket()).rejects.toThrow('429')
  const closed = once(sockets[0]?.ws as never, 'close')
  sockets[0]?.close()
  await closed
  await expect.poll(() => maya.socket().then((socket) => sockets.push(socket) > 0)).toBe(true)
  for (const socket of sockets) socket.close()
})

test('C2 rights that are asked for again in a storm of events cost nobody an event', async () => {
  const [maya, fan] = [await world().person(), await world().person()]
  const post = await maya.must('POST /api/posts', { text: 'Storm' })
  const socket = await fan.socket()
  await socket.join(`post:${post.id}`)
  const storm = Array.from({ length: 150 }, (_, i) => i + 1)
  for (const likes of storm) {
    await emit(liked(post.id, likes))
    world().host.bus.publish({ kind: 'recheck', account: fan.id })
    world().host.bus.publish({ kind: 'recheck', topic: `post:${post.id}` })
  }
  await socket.heard(isLiked(150))
  expect(eventsOf(socket).map((event) => 'likes' in event && event.likes)).toEqual(storm)
  socket.close()
})

test('C2 a right that is gone ends the topic', async () => {
  const [maya, fan] = [await world().person(), await world().person()]
  const post = await maya.must('POST /api/posts', { text: 'Who?', audience: 'followers', poll: { options: ['A', 'B'] } })
  await fan.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
  const socket = await fan.socket()
  const topic = `poll:${post.poll?.id}`
  expect(await socket.join(topic)).toMatchObject({ type: 'subscribed' })
  await fan.must('DELETE /api/profiles/:handle/follow', { handle: maya.handle })
  world().host.bus.publish({ kind: 'recheck', account: fan.id })
  expect(await socket.heard((frame) => frame.type === 'denied')).toEqual({ type: 'denied', topic, reason: 'not-allowed' })
  socket.close()
})

test('C2 after the bus was gone, events nobody announced are heard, and sockets of ended sessions are closed', async () => {
  const [maya, gone] = [await world().person(), await world().person()]
  const [socket, ended] = [await maya.socket(), await gone.socket()]
  await socket.join(`profile:${maya.id}`)
  const closed = once(ended.ws, 'close') as Promise<[number]>
  const { db } = world()
  await db.sql(`delete from sessions where account_id = $1`, [gone.id])
  // Committed and numbered by a process whose announcement was lost.
  await db.sql(
    `insert into outbox (type, payload, topics, at) select 'profile.edited', jsonb_build_object('type', 'profile.edited', 'accountId', $1::text, 'handle', 'x'), array['profile:' || $1], now()`,
    [maya.id],
  )
  await stampEvents(db.sql)
  await cutBus()
  await socket.heard((frame) => frame.type === 'event' && frame.event.type === 'profile.edited')
  expect((await closed)[0]).toBe(1008)
  socket.close()
})
