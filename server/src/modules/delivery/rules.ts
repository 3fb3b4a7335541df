/** Bytes from `start` to `end`, both of them in. */
type Range = { start: number; end: number }

/**
 * The one range that a `Range` header asks for (RFC 9110, 14.1.2), cut to the file's end; `whole` where it asks for
 * several or in words that we do not know, which may be answered with everything; null where the file has no such bytes.
 */
export function rangeOf(header: string | undefined, bytes: number): Range | 'whole' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (first !== '') return bytesFrom(Number(first), last === '' ? Number.POSITIVE_INFINITY : Number(last), bytes)
  return last === '' ? 'whole' : lastBytes(Number(last), bytes)
}

function bytesFrom(start: number, end: number, bytes: number): Range | 'whole' | null {
  if (end < start) return 'whole'
  return start < bytes ? { start, end: Math.min(end, bytes - 1) } : null
}

const lastBytes = (n: number, bytes: number): Range | null =>
  n > 0 && bytes > 0 ? { start: Math.max(0, bytes - n), end: bytes - 1 } : null

/** Whether `If-None-Match` names this entity tag (RFC 9110, 13.1.2): any of a list, weak or strong, or `*`. */
export const namesTag = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')))

type Announced = { bytes: number; kind: 'image' | 'video' | 'audio'; alt: string }
/** What the sender says of an upload before it comes. Its kind is a guess until the bytes are read. */
export function announcedOf(size: number | undefined, metadata: Readonly<Record<string, string | null>> | undefined): Announced {
  const [said = ''] = (metadata?.filetype ?? '').split('/')
  return { bytes: size ?? 0, kind: said === 'image' || said === 'audio' ? said : 'video', alt: '' }
}
