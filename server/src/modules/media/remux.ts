/**
 * Packets out of a file and into a new one: nothing else of it survives, no tag, no place, no device, no name, nothing that
 * was appended. Nothing is decoded. In flat memory: packets are counted first, then copied one by one.
 */
import { join } from 'node:path'
import {
  ADTS,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  FLAC,
  FlacOutputFormat,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MP3,
  MP4,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OGG,
  OggOutputFormat,
  Output,
  type OutputFormat,
  QTFF,
  WAVE,
  WavOutputFormat,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'
import { type Container, containerFor, maxDurationS, maxPackets, maxVideoSide, typeOf } from './remux-rules.ts'

/** A playlist names other files, so no format that is one is among them. */
const formats = [MP4, QTFF, WEBM, MP3, WAVE, OGG, FLAC, ADTS]

export type Remuxed = { kind: 'video' | 'audio'; file: string; contentType: string; width: number; height: number; durationMs: number }
export type RemuxRefusal = 'not-media' | 'not-playable' | 'broken' | 'too-long' | 'too-many-pixels'

const outputs: Readonly<Record<Container, () => OutputFormat>> = {
  mp4: () => new Mp4OutputFormat({ fastStart: 'reserve' }),
  m4a: () => new Mp4OutputFormat({ fastStart: 'reserve' }),
  webm: () => new WebMOutputFormat(),
  mp3: () => new Mp3OutputFormat(),
  ogg: () => new OggOutputFormat(),
  flac: () => new FlacOutputFormat(),
  wav: () => new WavOutputFormat({ large: false }),
}

/** The file as browsers play it, in `directory`; or why there is none. What the file breaks by lying is `broken`. */
export async function remux(file: string, directory: string): Promise<Remuxed | { refused: RemuxRefusal }> {
  const input = new Input({ formats, source: new FilePathSource(file, { maxCacheSize: 8 * 1024 * 1024 }) })
  try {
    if (!(await input.canRead())) return { refused: 'not-media' }
    const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()]
    if (!video && !audio) return { refused: 'not-media' }
    const container = await containerOf({ video, audio }, (await input.getFormat()) === WEBM)
    return container ? await copy({ video, audio, container }, directory) : { refused: 'not-playable' }
  } finally {
    input.dispose()
  }
}

/** Null where a track has a codec that nobody knows, or that no browser plays. */
async function containerOf({ video, audio }: Omit<Tracks, 'container'>, wasWebm: boolean): Promise<Container | null> {
  const [seen, heard] = [video && (await video.getCodec()), audio && (await audio.getCodec())]
  const isKnown = (!video || seen) && (!audio || heard)
  return isKnown ? containerFor(seen, heard, wasWebm) : null
}

type Tracks = { video: InputVideoTrack | null; audio: InputAudioTrack | null; container: Container }
type Span = { packets: number; from: number; to: number }

async function copy({ video, audio, container }: Tracks, directory: string): Promise<Remuxed | { refused: RemuxRefusal }> {
  const spans = [video && (await spanOf(video)), audio && (await spanOf(audio))] as const
  const [width, height] = video ? [await video.getDisplayWidth(), await video.getDisplayHeight()] : [0, 0]
  const refused = whyNot(spans, Math.max(width, height))
  if (refused) return { refused }
  const known = spans.filter((span) => span !== null)
  const from = Math.min(...known.map((span) => span.from))
  const name = `${video ? 'video' : 'audio'}.${container}`
  const output = new Output({ format: outputs[container](), target: new FilePathTarget(join(directory, name)) })
  try {
    const lines = [video && (await videoLine(output, video, spans[0] as Span)), audio && (await audioLine(output, audio, spans[1] as Span))]
    await output.start()
    await Promise.all(lines.map((line) => line?.(from)))
    await output.finalize()
  } catch (err) {
    await output.cancel().catch(() => {})
    throw err
  }
  const durationMs = Math.max(1, Math.round((Math.max(...known.map((span) => span.to)) - from) * 1_000))
  return { kind: video ? 'video' : 'audio', file: name, contentType: typeOf[container], width, height, durationMs }
}

function whyNot(spans: readonly (Span | null)[], side: number): RemuxRefusal | null {
  const known = spans.filter((span) => span !== null)
  if (known.some((span) => span.packets === 0 || !(span.to > span.from))) return 'broken'
  if (known.some((span) => span.packets > maxPackets || span.to - span.from > maxDurationS)) return 'too-long'
  return side > maxVideoSide ? 'too-many-pixels' : null
}

/** What the packets say themselves, whatever the header claims of its duration. */
async function spanOf(track: InputVideoTrack | InputAudioTrack): Promise<Span> {
  const span: Span = { packets: 0, from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY }
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true })) {
    span.packets++
    span.from = Math.min(span.from, packet.timestamp)
    span.to = Math.max(span.to, packet.timestamp + packet.duration)
    if (span.packets > maxPackets || span.to - span.from > maxDurationS) break
  }
  return span
}

type Line = (from: number) => Promise<void>
type Add = (packet: EncodedPacket, isFirst: boolean) => Promise<void>

async function videoLine(output: Output, track: InputVideoTrack, { packets }: Span): Promise<Line> {
  const source = new EncodedVideoPacketSource((await track.getCodec()) as never)
  const decoderConfig = (await track.getDecoderConfig()) ?? undefined
  if (!decoderConfig) throw new Error('no decoder would know this track')
  output.addVideoTrack(source, { rotation: await track.getRotation(), maximumPacketCount: packets })
  return line(
    track,
    packets,
    (packet, isFirst) => source.add(packet, isFirst ? { decoderConfig } : undefined),
    () => source.close(),
  )
}

async function audioLine(output: Output, track: InputAudioTrack, { packets }: Span): Promise<Line> {
  const source = new EncodedAudioPacketSource((await track.getCodec()) as never)
  const decoderConfig = (await track.getDecoderConfig()) ?? undefined
  if (!decoderConfig) throw new Error('no decoder would know this track')
  output.addAudioTrack(source, { maximumPacketCount: packets })
  return line(
    track,
    packets,
    (packet, isFirst) => source.add(packet, isFirst ? { decoderConfig } : undefined),
    () => source.close(),
  )
}

/** Copies a track; one that ends before the packets it announced is cut off. */
const line =
  (track: InputVideoTrack | InputAudioTrack, packets: number, add: Add, close: () => void): Line =>
  async (from) => {
    let copied = 0
    for await (const packet of new EncodedPacketSink(track).packets()) {
      await add(from === 0 ? packet : packet.clone({ timestamp: packet.timestamp - from }), copied === 0)
      copied++
    }
    close()
    if (copied !== packets) throw new Error(`${copied} of ${packets} packets are there`)
  }
