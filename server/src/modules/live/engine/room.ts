import { randomInt } from 'node:crypto'
import ndc, { type PeerConnection, type Track } from 'node-datachannel'
import { readFeedback } from './rtcp.ts'
import { type Codec, chooseCodec, narrowed, type Offer, readOffer, type Section, written } from './sdp.ts'
import { type Receiver, Source } from './source.ts'

export type Refusal = 'bad-offer' | 'no-codec' | 'nothing-published'
export type Answered = { answer: string } | { refusal: Refusal }
export type Settings = ConstructorParameters<typeof PeerConnection>[1]
type Role = 'publisher' | 'viewer'
type Session = { id: string; role: Role; connection: PeerConnection; tracks: Track[]; leave: () => void }

/** VP8 first: every browser reads it. */
const preferred = { video: ['VP8', 'H264'], audio: ['OPUS'] } as const
type Kind = keyof typeof preferred
const isKind = (kind: string): kind is Kind => kind === 'video' || kind === 'audio'
const gatherMs = 5_000

/** One stream: who publishes, who watches, and what is forwarded between them. */
export class Room {
  readonly sources = new Map<Kind, Source>()
  readonly sessions = new Map<string, Session>()
  #publisher: string | null = null
  readonly #settings: Settings
  readonly #onLeft: (session: string, role: Role) => void

  constructor(settings: Settings, onLeft: (session: string, role: Role) => void) {
    this.#settings = settings
    this.#onLeft = onLeft
  }

  /** Takes what an offer publishes; whoever published before is let go. Answers an SDP answer. */
  async publish(id: string, sdp: string): Promise<Answered> {
    const offer = readOffer(sdp)
    if (!offer) return { refusal: 'bad-offer' }
    const taken = offer.sections.flatMap((section) => withCodec(section, isKind(section.kind) ? preferred[section.kind] : []))
    if (taken.length === 0) return { refusal: 'no-codec' }
    const before = this.#publisher
    this.#publisher = id
    if (before) this.close(before)
    const session = this.#open(id, 'publisher')
    session.connection.onTrack((track) => {
      const of = taken.find(({ section }) => section.mid === track.mid())
      if (!of) return
      session.tracks.push(track)
      this.#sourceOf(of.section.kind as Kind, of.codec).publish(track, of.codec)
    })
    return { answer: await answerTo(session.connection, offer, taken) }
  }

  /** Sends what is published to whom the offer comes from. */
  async watch(id: string, sdp: string): Promise<Answered> {
    const offer = readOffer(sdp)
    if (!offer) return { refusal: 'bad-offer' }
    if (this.sources.size === 0) return { refusal: 'nothing-published' }
    const sent = offer.sections.flatMap((section) => {
      const source = isKind(section.kind) ? this.sources.get(section.kind) : undefined
      return source ? withCodec(section, [source.codec.name]).map((one) => ({ ...one, source })) : []
    })
    if (sent.length === 0) return { refusal: 'no-codec' }
    const session = this.#open(id, 'viewer')
    for (const { section, codec, source } of sent) {
      const receiver = receive(session, source, { mid: section.mid, kind: section.kind as Kind, codec })
      const leave = session.leave
      session.leave = () => {
        leave()
        source.receivers.delete(receiver)
      }
    }
    return { answer: await answerTo(session.connection, offer, sent) }
  }

  #open(id: string, role: Role): Session {
    const connection = new ndc.PeerConnection(id, this.#settings)
    const session: Session = { id, role, connection, tracks: [], leave: () => {} }
    this.sessions.set(id, session)
    connection.onStateChange((state) => {
      if (['closed', 'failed', 'disconnected'].includes(state)) this.#left(session)
    })
    return session
  }

  #left(session: Session): void {
    if (!this.sessions.delete(session.id)) return
    session.leave()
    if (this.#publisher === session.id) {
      this.#publisher = null
      for (const source of this.sources.values()) source.silence()
    }
    // Not within its own call back.
    setImmediate(() => session.connection.close())
    this.#onLeft(session.id, session.role)
  }

  close(id: string): void {
    const session = this.sessions.get(id)
    if (session) this.#left(session)
  }

  closeAll(): void {
    for (const id of [...this.sessions.keys()]) this.close(id)
    for (const source of this.sources.values()) source.close()
    this.sources.clear()
  }

  #sourceOf(kind: Kind, codec: Codec): Source {
    const source = this.sources.get(kind) ?? new Source(codec)
    this.sources.set(kind, source)
    return source
  }
}

type Taken = { section: Section; codec: Codec }
function withCodec(section: Section, names: readonly string[]): Taken[] {
  const codec = chooseCodec(section, names)
  return codec ? [{ section, codec }] : []
}

async function answerTo(connection: PeerConnection, offer: Offer, taken: readonly Taken[]): Promise<string> {
  const lines = [
    ...offer.session.filter((line) => !line.startsWith('a=group:')),
    `a=group:BUNDLE ${taken.map(({ section }) => section.mid).join(' ')}`,
  ]
  connection.setRemoteDescription(written([...lines, ...taken.flatMap(({ section, codec }) => narrowed(section, codec))]), 'offer')
  connection.setLocalDescription('answer')
  return gathered(connection)
}

/** The description once all our own addresses stand in it. */
function gathered(connection: PeerConnection): Promise<string> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(late)
      resolve(connection.localDescription()?.sdp ?? '')
    }
    const late = setTimeout(done, gatherMs)
    connection.onGatheringStateChange((state) => state === 'complete' && done())
    if (connection.gatheringState() === 'complete') done()
  })
}

function receive(session: Session, source: Source, { mid, kind, codec }: { mid: string; kind: Kind; codec: Codec }): Receiver {
  const ssrc = randomInt(2, 0xffffffff)
  const description = kind === 'video' ? new ndc.Video(mid, 'SendOnly') : new ndc.Audio(mid, 'SendOnly')
  if (description instanceof ndc.Video) {
    if (codec.name === 'VP8') description.addVP8Codec(codec.payloadType)
    else description.addH264Codec(codec.payloadType, codec.fmtp)
  } else description.addOpusCodec(codec.payloadType)
  description.addSSRC(ssrc, 'corefans', 'live', kind)
  const track = session.connection.addTrack(description)
  session.tracks.push(track)
  const receiver: Receiver = {
    ssrc,
    payloadType: codec.payloadType,
    send: (packet) => void (track.isOpen() && track.sendMessageBinary(packet)),
  }
  track.onOpen(() => {
    source.receivers.add(receiver)
    source.askPicture()
  })
  track.onMessage((message) => {
    const { wantsPicture, lost } = readFeedback(message)
    if (wantsPicture) source.askPicture()
    for (const seq of lost) source.again(seq, receiver)
  })
  return receiver
}
