import { afterEach, describe, expect, test, vi } from 'vitest'
import { livePeer, type TestPeer, vp8Packet } from '../../testing/live-peer.ts'
import type { Person } from '../../testing/person.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()
const peers: TestPeer[] = []
afterEach(() => {
  for (const peer of peers.splice(0)) peer.close()
})

type Made = { id: string; key: string }
const made = (creator: Person, audience: 'public' | 'followers' = 'public'): Promise<Made> =>
  creator.must('POST /api/streams', { title: 'Night drive', audience })

const sent = (path: string, offer: string, headers: Record<string, string>) =>
  fetch(`${world().url}${path}`, { method: 'POST', body: offer, headers: { 'content-type': 'application/sdp', ...headers } })
/** Sends an offer; a refusal is thrown as its status and problem. */
async function exchanged(path: string, offer: string, headers: Record<string, string>): Promise<{ answer: string; location: string }> {
  const answered = await sent(path, offer, headers)
  const text = await answered.text()
  if (answered.status !== 201) throw new Error(`${answered.status} ${(JSON.parse(text) as { type: string }).type}`)
  return { answer: text, location: answered.headers.get('location') ?? '' }
}
async function peer(
  direction: 'SendOnly' | 'RecvOnly',
  path: string,
  headers: Record<string, string>,
): Promise<TestPeer & { location: string }> {
  let location = ''
  const one = await livePeer(direction, async (offer) => {
    const found = await exchanged(path, offer, headers)
    location = found.location
    return found.answer
  })
  peers.push(one)
  await vi.waitFor(() => expect(one.isOpen()).toBe(true), { timeout: 30_000 })
  return { ...one, location }
}
const publish = ({ key }: Made) => peer('SendOnly', '/api/live/whip', { authorization: `Bearer ${key}` })
const watch = ({ id }: Made, { cookie }: Person) => peer('RecvOnly', `/api/streams/${id}/whep`, cookie ? { cookie } : {})
const stateOf = async ({ id }: Made, who = world().visitor) => (await who.must('GET /api/streams/:streamId', { streamId: id })).state
const pictures = ({ heard }: TestPeer) => heard.filter((packet) => ((packet[1] ?? 0) & 127) < 64 || ((packet[1] ?? 0) & 127) > 95).length

/** Pictures go on until the answer is called. */
function showing(publisher: TestPeer): () => void {
  let seq = 1
  const timer = setInterval(() => publisher.send(vp8Packet(seq++)), 10)
  return () => clearInterval(timer)
}
const sees = (viewer: TestPeer) => {
  const before = pictures(viewer)
  return vi.waitFor(() => expect(pictures(viewer)).toBeGreaterThan(before + 5), { timeout: 30_000 })
}
const goesDark = async (viewer: TestPeer) => {
  await vi.waitFor(
    async () => {
      const before = pictures(viewer)
      await new Promise((turn) => setTimeout(turn, 200))
      expect(pictures(viewer)).toBe(before)
    },
    { timeout: 30_000 },
  )
}

describe('LIV-01 going live', () => {
  test('a creator makes a stream, publishes by its key, is seen, counted and found, and ends it for everybody', async () => {
    const [maya, fan] = [await world().person(), await world().person()]
    await fan.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
    const stream = await made(maya)
    expect(await stateOf(stream, maya)).toBe('created')
    expect((await fan.call('GET /api/streams/:streamId', { streamId: stream.id })).status).toBe(404)
    expect((await fan.must('GET /api/me/badges')).streams).toBe(0)
    const publisher = await publish(stream)
    const stop = showing(publisher)
    expect(await stateOf(stream)).toBe('live')
    expect((await fan.must('GET /api/me/badges')).streams).toBe(1)
    expect((await maya.must('GET /api/me/badges')).streams).toBe(0)
    const { items } = await fan.must('GET /api/streams', { following: 'true' })
    expect(items.map(({ id, playback }) => [id, playback?.whep])).toEqual([[stream.id, `/api/streams/${stream.id}/whep`]])
    expect((await world().visitor.must('GET /api/profiles/:handle', { handle: maya.handle })).counters.streams).toBe(1)
    await sees(await watch(stream, fan))
    await sees(await watch(stream, world().visitor))
    await maya.must('POST /api/streams/:streamId/end', { streamId: stream.id })
    await Promise.all(peers.slice(1).map(goesDark))
    stop()
    expect([await stateOf(stream), (await fan.must('GET /api/me/badges')).streams]).toEqual(['ended', 0])
    expect((await world().visitor.must('GET /api/profiles/:handle/stream', { handle: maya.handle })).state).toBe('ended')
  })

  test('LIV-03 one stream at a time; a key publishes once, for its own stream, and not after the end', async () => {
    const [maya, neo] = [await world().person(), await world().person()]
    const [unused, stream] = [await made(maya), await made(maya)]
    const offer = (key: string) =>
      livePeer('SendOnly', async (sdp) => (await exchanged('/api/live/whip', sdp, { authorization: `Bearer ${key}` })).answer)
    await expect(offer(unused.key)).rejects.toThrow('403 /problems/live/wrong-key')
    await expect(offer('nobody-has-this-key')).rejects.toThrow('403 /problems/live/wrong-key')
    await expect(livePeer('SendOnly', async (sdp) => (await exchanged('/api/live/whip', sdp, {})).answer)).rejects.toThrow('403')
    const { location } = await publish(stream)
    await expect(offer(stream.key)).rejects.toThrow('409 /problems/live/already-publishing')
    expect((await maya.call('POST /api/streams', { title: 'Another' })).body.type).toBe('/problems/live/already-live')
    const stranger = await fetch(`${world().url}${location}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${(await made(neo)).key}` },
    })
    expect([stranger.status, await stateOf(stream)]).toEqual([403, 'live'])
    expect((await neo.call('POST /api/streams/:streamId/end', { streamId: stream.id })).body.type).toBe('/problems/live/not-yours')
    await maya.must('POST /api/streams/:streamId/end', { streamId: stream.id })
    await expect(offer(stream.key)).rejects.toThrow('403 /problems/live/wrong-key')
  })

  test('LIV-04 a publisher who leaves has half a minute to come back; after it the stream is over', async () => {
    const maya = await world().person()
    const stream = await made(maya)
    const { location } = await publish(stream)
    const own = { authorization: `Bearer ${stream.key}` }
    expect((await fetch(`${world().url}${location}`, { method: 'DELETE', headers: own })).status).toBe(204)
    expect((await fetch(`${world().url}${location}`, { method: 'DELETE', headers: own })).status).toBe(204)
    expect(await stateOf(stream)).toBe('reconnecting')
    await publish(stream)
    expect(await stateOf(stream)).toBe('live')
    await world().db.sql(
      `update streams set state = 'reconnecting', publisher = null, seen_at = now() - interval '31 seconds' where id = $1`,
      [stream.id],
    )
    await vi.waitFor(async () => expect(await stateOf(stream)).toBe('ended'), { timeout: 30_000 })
  })

  test('the key is told once and stands nowhere: not in the database, nor in any answer', async () => {
    const maya = await world().person()
    const stream = await made(maya)
    const rows = await world().db.sql<{ row: string }>('select s::text as row from streams s where id = $1', [stream.id])
    expect(rows[0]?.row).not.toContain(stream.key)
    expect(JSON.stringify(await maya.must('GET /api/streams/:streamId', { streamId: stream.id }))).not.toContain(stream.key)
  })
})

describe('ACC-04 who may watch', () => {
  test('a stream for followers is locked to others: no playback, no offer, no chat; an unfollow takes the picture away and no other', async () => {
    const [maya, fan, other, stranger] = [await world().person(), await world().person(), await world().person(), await world().person()]
    for (const who of [fan, other]) await who.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
    const stream = await made(maya, 'followers')
    const stop = showing(await publish(stream))
    const seen = await stranger.must('GET /api/streams/:streamId', { streamId: stream.id })
    expect([seen.locked, seen.playback, seen.title]).toEqual([true, undefined, 'Night drive'])
    for (const who of [stranger, world().visitor]) await expect(watch(stream, who)).rejects.toThrow('403 /problems/access/locked')
    expect((await stranger.call('GET /api/streams/:streamId/chat', { streamId: stream.id })).status).toBe(403)
    expect((await stranger.call('POST /api/streams/:streamId/chat', { streamId: stream.id, text: 'hi' })).status).toBe(403)
    const [leaves, stays] = [await watch(stream, fan), await watch(stream, other)]
    await Promise.all([sees(leaves), sees(stays)])
    const socket = await fan.socket()
    await socket.join(`account:${fan.id}`)
    await fan.must('DELETE /api/profiles/:handle/follow', { handle: maya.handle })
    await goesDark(leaves)
    await vi.waitFor(() => expect(JSON.stringify(socket.frames)).toContain(`"stream.refused","streamId":"${stream.id}"`), {
      timeout: 30_000,
    })
    await sees(stays)
    await expect(watch(stream, fan)).rejects.toThrow('403')
    stop()
  })

  test('whoever signs out is off at once', async () => {
    const [maya, fan] = [await world().person(), await world().person()]
    const stream = await made(maya)
    const stop = showing(await publish(stream))
    const viewer = await watch(stream, fan)
    await sees(viewer)
    await fan.must('DELETE /api/sessions/current')
    await goesDark(viewer)
    stop()
  })

  test('a stream is nothing to whoever likes, comments on or buys posts by its id', async () => {
    const maya = await world().person()
    const stream = await made(maya)
    await publish(stream)
    expect((await maya.call('PUT /api/posts/:postId/like', { postId: stream.id })).status).toBe(404)
    expect((await maya.call('POST /api/posts/:postId/comments', { postId: stream.id, text: 'x' })).status).toBe(404)
    expect((await maya.call('GET /api/posts/:postId', { postId: stream.id })).status).toBe(404)
  })

  test('PRO-02 people are counted, not windows', async () => {
    const [maya, fan] = [await world().person(), await world().person()]
    const stream = await made(maya)
    const socket = await fan.socket()
    await socket.join(`stream:${stream.id}`)
    await publish(stream)
    for (const who of [fan, fan, await world().person()]) await watch(stream, who)
    const viewers = async () => (await fan.must('GET /api/streams/:streamId', { streamId: stream.id })).viewers
    await vi.waitFor(async () => expect(await viewers()).toBe(2), { timeout: 30_000 })
    await vi.waitFor(() => expect(JSON.stringify(socket.frames)).toContain('"type":"stream.watched"'), { timeout: 30_000 })
  })
})

describe('chat', () => {
  test('INT-03 what is said reaches who watches; it may be taken back by who said it and by the creator', async () => {
    const [maya, fan, other] = [await world().person(), await world().person(), await world().person()]
    const stream = await made(maya)
    await publish(stream)
    const socket = await other.socket()
    await socket.join(`chat:${stream.id}`)
    const said = await fan.must('POST /api/streams/:streamId/chat', { streamId: stream.id, text: 'Hello from Porto' })
    await vi.waitFor(() => expect(JSON.stringify(socket.frames)).toContain(said.id), { timeout: 30_000 })
    const { items } = await other.must('GET /api/streams/:streamId/chat', { streamId: stream.id })
    expect(items.map(({ text, byCreator, viewer }) => [text, byCreator, viewer.mayDelete])).toEqual([['Hello from Porto', false, false]])
    const line = { streamId: stream.id, lineId: said.id }
    expect(((await other.call('DELETE /api/streams/:streamId/chat/:lineId', line)).body as { type?: string }).type).toBe(
      '/problems/live/not-yours',
    )
    await maya.must('DELETE /api/streams/:streamId/chat/:lineId', line)
    expect((await other.must('GET /api/streams/:streamId/chat', { streamId: stream.id })).items).toEqual([])
  })

  test.each([[''], [' '], ['\u200b'], ['x'.repeat(501)]])('a line of %j is refused', async (text) => {
    const maya = await world().person()
    const stream = await made(maya)
    expect((await maya.call('POST /api/streams/:streamId/chat', { streamId: stream.id, text })).status).toBe(422)
  })
})

test('offers that are none are refused by name, and the stream of others goes on', async () => {
  const [maya, fan] = [await world().person(), await world().person()]
  const stream = await made(maya)
  const stop = showing(await publish(stream))
  const viewer = await watch(stream, fan)
  const path = `/api/streams/${stream.id}/whep`
  for (const [offer, status] of [
    ['', 422],
    ['v=0', 422],
    [`v=0\r\n${'m=video 9 UDP/TLS/RTP/SAVPF 96\r\n'.repeat(1_000)}`, 422],
    ['x'.repeat(1_000_000), 413],
  ] as const) {
    const answered = await sent(path, offer, {})
    expect([offer.length, answered.status, ((await answered.json()) as { type: string }).type]).toEqual([
      offer.length,
      status,
      expect.stringMatching(/^\/problems\//),
    ])
  }
  expect(
    (await fetch(`${world().url}${path}`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).status,
  ).toBe(415)
  await sees(viewer)
  stop()
})
