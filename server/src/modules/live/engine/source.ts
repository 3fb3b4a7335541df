import type { Track } from 'node-datachannel'
import { clockFor, isRtcp, lostPackets, pictureLoss, readClock, received } from './rtcp.ts'
import type { Codec } from './sdp.ts'

const kept = 1024
const pictureEveryMs = 500
const reportEveryMs = 500
const mostBitsPerSecond = 4_000_000
/** A gap of more is a new beginning, not a loss. */
const mostGap = 64
/** One frame of thirty a second on the clock of 90 kHz: what lies between two publishers. */
const frameTicks = 3_000

/** One who receives what a source sends. */
export type Receiver = { ssrc: number; payloadType: number; send: (packet: Buffer) => void }

/**
 * One kind of what somebody publishes, forwarded to all who watch. Sequence and time go on without a jump when the publisher
 * comes back in another session; the last packets are kept for who lost one.
 */
export class Source {
  readonly receivers = new Set<Receiver>()
  readonly #ring: (Buffer | undefined)[] = new Array(kept)
  #track: Track | null = null
  codec: Codec
  bytes = 0
  #ssrc = 0
  #highest = -1
  #cycles = 0
  #lost = 0
  #arrived = 0
  #seqShift = 0
  #timeShift = 0
  #lastSeq = -1
  #lastTime = 0
  #pictureAt = 0
  readonly #reports = setInterval(() => this.#report(), reportEveryMs)

  constructor(codec: Codec) {
    this.codec = codec
  }

  /** From now on this track is heard, and none before it. */
  publish(track: Track, codec: Codec): void {
    this.#track = track
    this.codec = codec
    this.#ssrc = 0
    this.#highest = -1
    track.onMessage((message) => {
      if (this.#track === track) this.#take(message)
    })
  }

  /** Nothing comes any more; who watches waits for the next publisher. */
  silence(): void {
    this.#track = null
  }
  close(): void {
    clearInterval(this.#reports)
    this.silence()
    this.receivers.clear()
  }

  #take(message: Buffer): void {
    if (isRtcp(message)) {
      this.#takeClock(message)
      return
    }
    if (message.length < 12 || message[0] === undefined || message[0] >> 6 !== 2) return
    const [seq, time, ssrc] = [message.readUInt16BE(2), message.readUInt32BE(4), message.readUInt32BE(8)]
    if (ssrc !== this.#ssrc) this.#begin(ssrc, seq, time)
    this.#count(seq)
    this.bytes += message.length
    const out = Buffer.from(message)
    const outSeq = (seq + this.#seqShift) & 0xffff
    out.writeUInt16BE(outSeq, 2)
    out.writeUInt32BE((time + this.#timeShift) >>> 0, 4)
    if (this.#lastSeq < 0 || ((outSeq - this.#lastSeq) & 0xffff) < 0x8000) {
      this.#lastSeq = outSeq
      this.#lastTime = out.readUInt32BE(4)
    }
    this.#ring[outSeq % kept] = out
    for (const receiver of this.receivers) forward(out, receiver)
  }

  #begin(ssrc: number, seq: number, time: number): void {
    this.#ssrc = ssrc
    this.#highest = -1
    if (this.#lastSeq < 0) return
    this.#seqShift = (this.#lastSeq + 1 - seq) & 0xffff
    this.#timeShift = (this.#lastTime + frameTicks - time) | 0
  }

  #count(seq: number): void {
    this.#arrived += 1
    const ahead = this.#highest < 0 ? 1 : (seq - this.#highest) & 0xffff
    if (ahead >= 0x8000) return
    if (this.#highest >= 0 && seq < this.#highest) this.#cycles += 1
    if (ahead > 1 && ahead <= mostGap) {
      this.#lost += ahead - 1
      this.#send(lostPackets(this.#ssrc, (this.#highest + 1) & 0xffff, ahead - 2))
    }
    this.#highest = seq
  }

  #takeClock(message: Buffer): void {
    const clock = readClock(message)
    if (!clock) return
    for (const { ssrc, send } of this.receivers) send(clockFor(ssrc, clock, clock.rtpTime + this.#timeShift))
  }

  /** The packet once more, if it is still kept. */
  again(seq: number, receiver: Receiver): void {
    const packet = this.#ring[seq % kept]
    if (packet?.readUInt16BE(2) === seq) forward(packet, receiver)
  }

  /** Asks the publisher for a whole picture, for all who ask within half a second at once. */
  askPicture(): void {
    const now = Date.now()
    if (this.#ssrc === 0 || now - this.#pictureAt < pictureEveryMs) return
    this.#pictureAt = now
    this.#send(pictureLoss(this.#ssrc))
  }

  #report(): void {
    if (this.#ssrc === 0 || this.#highest < 0) return
    const fraction = this.#lost / Math.max(1, this.#arrived + this.#lost)
    this.#send(received(this.#ssrc, (this.#cycles << 16) | this.#highest, fraction, mostBitsPerSecond))
    this.#lost = 0
    this.#arrived = 0
  }

  #send(packet: Buffer): void {
    if (this.#track?.isOpen()) this.#track.sendMessageBinary(packet)
  }
}

/** The same bytes for everybody, but for who receives them: written in place, since each is sent before the next is written. */
function forward(packet: Buffer, { ssrc, payloadType, send }: Receiver): void {
  packet[1] = ((packet[1] ?? 0) & 0x80) | payloadType
  packet.writeUInt32BE(ssrc, 8)
  send(packet)
}
