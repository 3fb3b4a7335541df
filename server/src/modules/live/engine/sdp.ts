/** Session descriptions (RFC 8866) as far as a forwarding server needs them. */
export type Codec = { payloadType: number; name: string; fmtp: string }
export type Section = { kind: string; mid: string; head: string; lines: readonly string[]; codecs: readonly Codec[] }
export type Offer = { session: readonly string[]; sections: readonly Section[] }

/** More than a browser's offer with all its codecs, and little enough to read at once. */
const mostCharacters = 64 * 1024
const mostSections = 8

/**
 * Reads an offer. Candidates are left out: this server answers whoever comes to its own port and sends nothing to an address
 * that somebody names. Null for what is no offer of audio or video.
 */
export function readOffer(sdp: string): Offer | null {
  if (sdp.length > mostCharacters || !sdp.startsWith('v=0')) return null
  const lines = sdp.split(/\r?\n/).filter((line) => line !== '' && !/^a=(candidate:|end-of-candidates)/.test(line))
  const starts = lines.flatMap((line, i) => (line.startsWith('m=') ? [i] : []))
  if (starts.length === 0 || starts.length > mostSections) return null
  const sections = starts.map((start, i) => sectionOf(lines.slice(start, starts[i + 1])))
  const mids = new Set(sections.map(({ mid }) => mid))
  const isWhole = mids.size === sections.length && sections.some(({ kind }) => kind === 'audio' || kind === 'video')
  return isWhole ? { session: lines.slice(0, starts[0]), sections } : null
}

function sectionOf([head = '', ...lines]: string[]): Section {
  const after = (prefix: string) => lines.find((line) => line.startsWith(prefix))?.slice(prefix.length) ?? ''
  const codecs = lines.flatMap((line) => {
    const [, payloadType, name] = /^a=rtpmap:(\d{1,3}) ([\w-]+)\//.exec(line) ?? []
    if (!payloadType || !name) return []
    return [{ payloadType: Number(payloadType), name: name.toUpperCase(), fmtp: after(`a=fmtp:${payloadType} `) }]
  })
  return { kind: /^m=(\w+)/.exec(head)?.[1] ?? '', mid: after('a=mid:'), head, lines, codecs }
}

/** The section's first codec of these names, in their order. H.264 is taken in single units with interleaving off (mode 1) only. */
export function chooseCodec({ codecs }: Section, names: readonly string[]): Codec | null {
  const isUsable = (codec: Codec) => codec.name !== 'H264' || /packetization-mode=1/.test(codec.fmtp)
  for (const name of names) {
    const found = codecs.find((codec) => codec.name === name && isUsable(codec))
    if (found) return found
  }
  return null
}

/** The section with one codec and no header extension: what is forwarded unread must mean the same to everybody. */
export function narrowed({ head, lines, mid }: Section, codec: Codec): string[] {
  const kept = lines.filter((line) => {
    const about = /^a=(?:rtpmap|fmtp|rtcp-fb):(\d+)/.exec(line)?.[1]
    if (about !== undefined) return Number(about) === codec.payloadType
    return !/^a=(extmap|rid|simulcast)/.test(line) || isMidExtension(line)
  })
  const [media, port, protocol] = head.split(' ')
  return mid === '' ? [] : [`${media} ${port} ${protocol} ${codec.payloadType}`, ...kept]
}
const isMidExtension = (line: string): boolean => line.endsWith('urn:ietf:params:rtp-hdrext:sdes:mid')

export const written = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`
