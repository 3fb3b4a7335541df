/** Feedback between senders and receivers of RTP: RFC 3550 §6, RFC 4585 §6, and REMB (draft-alvestrand-rmcat-remb). */
const [senderReport, transportFeedback, payloadFeedback] = [200, 205, 206]
/** Who we are in our own reports. */
const ourSsrc = 1

/** RTCP has packet types 192–223 where RTP has its payload type (RFC 5761 §4). */
export const isRtcp = (packet: Buffer): boolean => packet.length >= 8 && (packet[1] ?? 0) >= 192 && (packet[1] ?? 0) <= 223

function packet(count: number, type: number, bytes: number): Buffer {
  const made = Buffer.alloc(bytes)
  made[0] = 0x80 | count
  made[1] = type
  made.writeUInt16BE(bytes / 4 - 1, 2)
  made.writeUInt32BE(ourSsrc, 4)
  return made
}

/** Asks for a whole picture (PLI). */
export function pictureLoss(ssrc: number): Buffer {
  const made = packet(1, payloadFeedback, 12)
  made.writeUInt32BE(ssrc, 8)
  return made
}

/** Asks for these packets again (generic NACK); at most 17 in a row from the first. */
export function lostPackets(ssrc: number, first: number, following: number): Buffer {
  const made = packet(1, transportFeedback, 16)
  made.writeUInt32BE(ssrc, 8)
  made.writeUInt16BE(first, 12)
  made.writeUInt16BE((1 << Math.min(16, following)) - 1, 14)
  return made
}

/** What was received, and how much may come: without it a browser stays at a few hundred kbit/s. */
export function received(ssrc: number, highestSeq: number, fractionLost: number, mostBitsPerSecond: number): Buffer {
  const report = packet(1, 201, 32)
  report.writeUInt32BE(ssrc, 8)
  report[12] = Math.min(255, Math.round(fractionLost * 256))
  report.writeUInt32BE(highestSeq >>> 0, 16)
  const estimate = packet(15, payloadFeedback, 24)
  estimate.write('REMB', 12)
  const exponent = Math.max(0, Math.ceil(Math.log2(mostBitsPerSecond / 0x3ffff)))
  const mantissa = Math.floor(mostBitsPerSecond / 2 ** exponent)
  estimate[16] = 1
  estimate[17] = (exponent << 2) | (mantissa >> 16)
  estimate.writeUInt16BE(mantissa & 0xffff, 18)
  estimate.writeUInt32BE(ssrc, 20)
  return Buffer.concat([report, estimate])
}

/** What a receiver asks for. */
export type Feedback = { wantsPicture: boolean; lost: number[] }
/** Reads all feedback of a compound packet; whatever does not fit its own length ends the reading. */
export function readFeedback(compound: Buffer): Feedback {
  const found: Feedback = { wantsPicture: false, lost: [] }
  for (const { type, count, body } of packetsOf(compound)) {
    if (type === payloadFeedback && (count === 1 || count === 4)) found.wantsPicture = true
    if (type === transportFeedback && count === 1) found.lost.push(...lostIn(body))
  }
  return found
}

const mostLost = 400
function lostIn(body: Buffer): number[] {
  const lost: number[] = []
  for (let at = 8; at + 4 <= body.length && lost.length < mostLost; at += 4) {
    const [first, mask] = [body.readUInt16BE(at), body.readUInt16BE(at + 2)]
    lost.push(first)
    for (let bit = 0; bit < 16; bit++) if (mask & (1 << bit)) lost.push((first + bit + 1) & 0xffff)
  }
  return lost
}

/** Where the sender's clock stands: wall time and RTP time of one moment; null if the packet does not say. */
export function readClock(compound: Buffer): { wall: Buffer; rtpTime: number; sent: Buffer } | null {
  for (const { type, body } of packetsOf(compound))
    if (type === senderReport && body.length >= 24)
      return { wall: body.subarray(4, 12), rtpTime: body.readUInt32BE(12), sent: body.subarray(16, 24) }
  return null
}

/** The same clock in a report of ours, for one receiver: sound and picture stay together by it. */
export function clockFor(ssrc: number, clock: NonNullable<ReturnType<typeof readClock>>, rtpTime: number): Buffer {
  const made = packet(0, senderReport, 28)
  made.writeUInt32BE(ssrc, 4)
  clock.wall.copy(made, 8)
  made.writeUInt32BE(rtpTime >>> 0, 16)
  clock.sent.copy(made, 20)
  return made
}

/** `body` begins after the first four bytes. */
function* packetsOf(compound: Buffer): Generator<{ type: number; count: number; body: Buffer }> {
  for (let at = 0; at + 4 <= compound.length; ) {
    const bytes = (compound.readUInt16BE(at + 2) + 1) * 4
    if (at + bytes > compound.length) return
    yield { type: compound[at + 1] ?? 0, count: (compound[at] ?? 0) & 31, body: compound.subarray(at + 4, at + bytes) }
    at += bytes
  }
}
