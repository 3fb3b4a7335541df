export const maxImageBytes = 20 * 1024 * 1024
export const maxImagePixels = 50_000_000
export const maxImageSide = 16_000

/** Renditions of an image by longest side, besides the `preview`, which is all that a locked image shows. */
export const renditions = { large: 1600, small: 720 } as const

const previewPx = 24
const previewShrink = 8
/**
 * The longest side of a preview: a bound on how much it tells, not on one dimension. Each of its pixels stands for at
 * least 8 by 8 of the picture's own, so that words as high as a small picture are gone too.
 */
export const previewSide = (width: number, height: number): number =>
  Math.max(1, Math.min(previewPx, Math.floor(Math.max(width, height) / previewShrink)))
/** Standard deviation in pixels of the preview: what still differs from one to the next is spread over five. */
export const previewBlur = 2
export type Rendition = keyof typeof renditions | 'preview'

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
const starts = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte)

/** What the first 16 bytes say, whatever the name or header claims. Null for anything that is not one of our image formats. */
export function sniffImage(head: Uint8Array): 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | null {
  if (starts(head, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (starts(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'webp'
  if (/^GIF8[79]a/.test(ascii(head, 0, 6))) return 'gif'
  if (ascii(head, 4, 8) === 'ftyp' && /^avi[fs]/.test(ascii(head, 8, 12))) return 'avif'
  return null
}

/** The stored file of a rendition. Files named `preview.webp` were bounded in width only and are not served any more. */
export const fileOf = (rendition: Rendition): string => (rendition === 'preview' ? 'blurred.webp' : `${rendition}.webp`)

const names: readonly Rendition[] = [...(Object.keys(renditions) as (keyof typeof renditions)[]), 'preview']
/** The files of an image. */
export const imageFiles = names.map((name) => ({ name, file: fileOf(name), contentType: 'image/webp' }))
