export const maxImageBytes = 20 * 1024 * 1024
export const maxImagePixels = 50_000_000
export const maxImageSide = 16_000

/** Renditions of an image by longest side; `preview` is 24 pixels wide and blurred: all that a locked image shows. */
export const renditions = { large: 1600, small: 720 } as const
export const previewPx = 24
export type Rendition = keyof typeof renditions | 'preview'
export const isRendition = (name: string): name is Rendition => name === 'large' || name === 'small' || name === 'preview'

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
