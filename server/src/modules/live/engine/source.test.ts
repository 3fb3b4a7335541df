import type { Track } from 'node-datachannel'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { vp8Packet } from '../../../testing/live-peer.ts'
import { clockFor, isRtcp, lostPackets, readClock, readFeedback, received } from './rtcp.ts'
import { type Receiver, Source } from './source.ts'

const codec = { payloadType: 96, name: 'VP8', fmtp: '' }
let source: Source
const [sent, heard]: [Buffer[], Buffer[]] = [[], []]
let publish: (packet: Buffer) => void = () => {}
const receiver: Receiver = { ssrc: 99, payloadType: 45, send: (packet) => void heard.push(Buffer.from(packet)) }

const track = (): Track =>
  ({
    onMessage: (take: (packet: Buffer) => void) => {
      publish = take
    },
    isOpen: () => true,
    sendMessageBinary: (packet: Buffer) => sent.push(packet),
  }) as unknown as Track

beforeEach(() => {
  vi.useFakeTimers()
  sent.length = 0
  heard.length = 0
  source = new Source(codec)
  source.publish(track(), codec)
  source.receivers.add(receiver)
})
afterEach(() => {
  source.close()
  vi.useRealTimers()
})
const seqs = () => heard.map((packet) => packet.readUInt16BE(2))

test('each receives the same bytes as its own: payload type and source are of its own offer, the marker stays', () => {
  publish(vp8Packet(5))
  const [packet] = heard
  expect([packet?.[1], packet?.readUInt32BE(8), packet?.subarray(12)]).toEqual([0x80 | 45, 99, vp8Packet(5).subarray(12)])
})

test('a packet that one lost is sent once more to that one, as long as it is kept', () => {
  for (let seq = 1; seq <= 1_200; seq++) publish(vp8Packet(seq))
  heard.length = 0
  const asked = lostPackets(99, 1_100, 2)
  for (const seq of readFeedback(asked).lost) source.again(seq, receiver)
  source.again(3, receiver)
  expect(seqs()).toEqual([1_100, 1_101, 1_102])
})

test('what was lost on the way to us is asked for again; what merely came late is not', () => {
  for (const seq of [65_534, 65_535, 3, 1, 2, 4]) publish(vp8Packet(seq))
  expect(sent.map((packet) => readFeedback(packet).lost)).toEqual([[0, 1, 2]])
})

test('many who ask for a whole picture are one question to the publisher', () => {
  publish(vp8Packet(1))
  for (let i = 0; i < 200; i++) source.askPicture()
  expect(sent.filter((packet) => readFeedback(packet).wantsPicture)).toHaveLength(1)
  vi.advanceTimersByTime(600)
  source.askPicture()
  expect(sent.filter((packet) => readFeedback(packet).wantsPicture)).toHaveLength(2)
})

test('the publisher is told what came and how much more may come', () => {
  for (const seq of [1, 2, 3, 5]) publish(vp8Packet(seq))
  sent.length = 0
  vi.advanceTimersByTime(500)
  const [report] = sent
  expect([report?.[1], report?.[12], report?.readUInt32BE(16)]).toEqual([201, Math.round(256 / 5), 5])
  const estimate = received(1, 1, 0, 4_000_000).subarray(32)
  expect(((((estimate[17] ?? 0) & 3) << 16) | estimate.readUInt16BE(18)) * 2 ** ((estimate[17] ?? 0) >> 2)).toBeGreaterThan(3_900_000)
})

test('the clock of a publisher who came back is moved as its pictures are', () => {
  publish(vp8Packet(10))
  source.publish(track(), codec)
  publish(vp8Packet(40_000, 777))
  const clock = { wall: Buffer.from('0102030405060708', 'hex'), sent: Buffer.alloc(8), rtpTime: 0 }
  publish(clockFor(777, clock, 40_000 * 3_000))
  const [before, after, report] = heard
  expect(after?.readUInt16BE(2)).toBe((before?.readUInt16BE(2) ?? 0) + 1)
  expect(isRtcp(report ?? Buffer.alloc(0))).toBe(true)
  expect(readClock(report ?? Buffer.alloc(0))).toMatchObject({ rtpTime: after?.readUInt32BE(4), wall: clock.wall })
})

test('garbage that calls itself RTP or RTCP is passed over', () => {
  const bytes = Buffer.from('80c8ffff0000000181cd000200000001ffffffff00', 'hex')
  for (let length = 0; length <= bytes.length; length++) {
    publish(Buffer.from(bytes.subarray(0, length)))
    expect(() => readFeedback(bytes.subarray(0, length))).not.toThrow()
  }
  publish(Buffer.alloc(1_300, 0xff))
  expect(heard).toEqual([])
})
