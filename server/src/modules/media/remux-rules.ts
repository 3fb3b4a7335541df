/** Bounds and choices for video and audio, on plain values. */
export const maxUploadBytes = 4 * 1024 ** 3
/** What all video and audio of an account may take, with what is on its way. */
export const quotaBytes = 50 * 1024 ** 3
/** Uploads of one account that have begun and not ended. */
export const maxUnfinished = 40
/** An upload that did not end lives this long from its beginning. */
export const uploadLifeMs = 86_400_000

export const maxVideoSide = 8_192
export const maxDurationS = 12 * 3_600
/** Four hours at 60 pictures a second with their sound, and more. */
export const maxPackets = 4_000_000

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
const starts = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte)
const isRiffOf = (head: Uint8Array, kind: string) => ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === kind
/** Atoms that an MP4 or QuickTime file may begin with. */
const atoms = new Set(['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip'])

/** Whether the first 16 bytes may begin a video or a sound that we know. What it is, the remuxer says. */
export function looksLikeAv(head: Uint8Array): boolean {
  if (head.length < 12) return false
  const isMatroska = starts(head, 0x1a, 0x45, 0xdf, 0xa3)
  const isNamed = ['OggS', 'fLaC'].includes(ascii(head, 0, 4)) || ascii(head, 0, 3) === 'ID3'
  const isFrames = head[0] === 0xff && ((head[1] as number) & 0xe0) === 0xe0
  return isMatroska || isNamed || isFrames || isRiffOf(head, 'WAVE') || atoms.has(ascii(head, 4, 8))
}

export type Container = 'mp4' | 'webm' | 'm4a' | 'mp3' | 'ogg' | 'flac' | 'wav'
/** The type that a file of the container is served as. */
export const typeOf: Readonly<Record<Container, string>> = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  wav: 'audio/wav',
}

const inMp4 = { video: ['avc', 'hevc', 'av1', 'vp9'], audio: ['aac', 'mp3', 'opus', 'flac'] }
const inWebm = { video: ['vp8', 'vp9', 'av1'], audio: ['opus', 'vorbis'] }
const ofSound: Readonly<Record<string, Container>> = {
  aac: 'm4a',
  mp3: 'mp3',
  opus: 'ogg',
  vorbis: 'ogg',
  flac: 'flac',
  'pcm-u8': 'wav',
  'pcm-s16': 'wav',
  'pcm-s24': 'wav',
  'pcm-f32': 'wav',
}

/** What browsers play of these codecs without any of them being made anew; null where there is nothing. */
export function containerFor(video: string | null, audio: string | null, wasWebm: boolean): Container | null {
  if (video === null) return ofSound[audio ?? ''] ?? null
  const fits = (one: typeof inMp4) => one.video.includes(video) && (audio === null || one.audio.includes(audio))
  if (wasWebm && fits(inWebm)) return 'webm'
  if (fits(inMp4)) return 'mp4'
  return fits(inWebm) ? 'webm' : null
}
