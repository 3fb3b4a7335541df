import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { livePeer, type TestPeer, vp8Packet } from '../../../testing/live-peer.ts'
import { embeddedEngine, type LiveEngine, type LiveEvent } from './engine.ts'

let engine: LiveEngine
const events: LiveEvent[] = []
const peers: TestPeer[] = []
beforeEach(() => {
  events.length = 0
  engine = embeddedEngine((event) => void events.push(event), null)
})
afterEach(() => {
  for (const peer of peers.splice(0)) peer.close()
  engine.stop()
})

const by = (kind: 'publish' | 'watch', room: string, session: string) => async (offer: string) => {
  const answered = await engine[kind](room, session, offer)
  if ('refusal' in answered) throw new Error(answered.refusal)
  return answered.answer
}
async function peer(kind: 'publish' | 'watch', room: string, session: string): Promise<TestPeer> {
  const made = await livePeer(kind === 'publish' ? 'SendOnly' : 'RecvOnly', by(kind, room, session))
  peers.push(made)
  await vi.waitFor(() => expect(made.isOpen()).toBe(true), { timeout: 30_000 })
  return made
}
/** Sequence numbers of the pictures that were heard. */
const seqs = ({ heard }: TestPeer) =>
  heard.filter((packet) => (packet[1] ?? 0) < 192 || (packet[1] ?? 0) > 223).map((packet) => packet.readUInt16BE(2))
const aMoment = (ms: number) => new Promise((turn) => setTimeout(turn, ms))
/** A viewer's track is open a moment before the engine sends on it: what is counted comes after a first picture was heard. */
async function attached(from: TestPeer, to: TestPeer[], first: number): Promise<void> {
  if (to.every((viewer) => seqs(viewer).length > 0)) return
  for (let i = 0; to.some((viewer) => seqs(viewer).length === 0); i++) {
    from.send(vp8Packet(first + 65_336 + i))
    await aMoment(10)
  }
  await aMoment(100)
  for (const { heard } of to) heard.length = 0
}
async function show(from: TestPeer, to: TestPeer[], first: number, many: number): Promise<void> {
  await attached(from, to, first)
  const before = to.map((viewer) => seqs(viewer).length)
  for (let i = 0; i < many; i++) {
    from.send(vp8Packet(first + i))
    await new Promise((turn) => setTimeout(turn, 2))
  }
  await vi.waitFor(() => expect(to.map((viewer, i) => seqs(viewer).length - (before[i] ?? 0))).toEqual(to.map(() => many)), {
    timeout: 30_000,
  })
}

test('LIV-02 what one publishes reaches all who watch the same stream, and nobody else', async () => {
  const [maya, neo] = [await peer('publish', 'a', 'p1'), await peer('publish', 'b', 'p2')]
  const [one, two, other] = [await peer('watch', 'a', 'v1'), await peer('watch', 'a', 'v2'), await peer('watch', 'b', 'v3')]
  await show(maya, [one, two], 100, 50)
  expect(seqs(other)).toEqual([])
  await show(neo, [other], 7, 5)
})

test('a publisher who comes back in a new session goes on without a jump', async () => {
  const first = await peer('publish', 'a', 'p1')
  const viewer = await peer('watch', 'a', 'v1')
  await show(first, [viewer], 65_530, 10)
  const second = await peer('publish', 'a', 'p2')
  await vi.waitFor(() => expect(events).toContainEqual({ type: 'left', room: 'a', session: 'p1', role: 'publisher' }))
  for (let i = 0; i < 10; i++) {
    second.send(vp8Packet(40_000 + i, 777))
    await new Promise((turn) => setTimeout(turn, 2))
  }
  await vi.waitFor(() => expect(seqs(viewer)).toHaveLength(20), { timeout: 30_000 })
  const heard = seqs(viewer)
  expect(heard.every((seq, i) => i === 0 || ((seq - (heard[i - 1] ?? 0)) & 0xffff) === 1)).toBe(true)
})

test('LIV-02 a viewer who is let go hears no more, and the others go on', async () => {
  const maya = await peer('publish', 'a', 'p1')
  const [gone, stays] = [await peer('watch', 'a', 'v1'), await peer('watch', 'a', 'v2')]
  await show(maya, [gone, stays], 1, 10)
  engine.close('a', 'v1')
  await vi.waitFor(() => expect(events).toContainEqual({ type: 'left', room: 'a', session: 'v1', role: 'viewer' }))
  const before = seqs(gone).length
  await show(maya, [stays], 11, 20)
  expect(seqs(gone)).toHaveLength(before)
})

test.each([
  ['nothing', ''],
  ['no description', 'hello'],
  ['a megabyte', `v=0\r\n${'a=x\r\n'.repeat(300_000)}`],
  ['a thousand sections', `v=0\r\n${'m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:0\r\n'.repeat(1_000)}`],
  ['no media', 'v=0\r\ns=-\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=mid:0\r\n'],
  ['two sections of one name', `v=0\r\n${'m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:0\r\na=rtpmap:96 VP8/90000\r\n'.repeat(2)}`],
  ['no fingerprint', 'v=0\r\ns=-\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:0\r\na=rtpmap:96 VP8/90000\r\n'],
])('an offer of %s is refused, and the engine goes on', async (_what, sdp) => {
  expect(await engine.publish('a', 'bad', sdp)).toEqual({ refusal: 'bad-offer' })
  const maya = await peer('publish', 'a', 'p1')
  await show(maya, [await peer('watch', 'a', 'v1')], 1, 5)
})

test('an offer of unknown codecs only, and watching where nobody publishes, are each told by name', async () => {
  const offer = 'v=0\r\ns=-\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:0\r\na=rtpmap:96 AV9/90000\r\n'
  expect(await engine.publish('a', 'p', offer)).toEqual({ refusal: 'no-codec' })
  await expect(livePeer('RecvOnly', by('watch', 'empty', 'v'))).rejects.toThrow('nothing-published')
})

test('LIV-06 when its process dies everybody is told, and the next publisher finds another', async () => {
  const maya = await peer('publish', 'a', 'p1')
  const pid = engine.pid()
  process.kill(pid ?? 0, 'SIGKILL')
  await vi.waitFor(() => expect(events).toContainEqual({ type: 'down' }), { timeout: 30_000 })
  maya.close()
  const again = await peer('publish', 'a', 'p2')
  await show(again, [await peer('watch', 'a', 'v1')], 1, 5)
  expect(engine.pid()).not.toBe(pid)
})
