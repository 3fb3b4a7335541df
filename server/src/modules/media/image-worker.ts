/** Runs as its own process: a picture that breaks the decoder breaks this, not the server. Asked and answered by message. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { isFull } from '../../kernel/errors.ts'
import { fileOf, maxImagePixels, maxImageSide, previewBlur, previewSide, renditions } from './rules.ts'

export type ImageJob = { kind: 'measure'; file: string } | { kind: 'make'; file: string; directory: string }
export type ImageAnswer = { width: number; height: number } | { refused: 'not-an-image' | 'too-many-pixels' | 'too-slow' | 'storage-full' }

sharp.cache(false)
sharp.concurrency(1)

/** What the header says, before any pixel is read. */
async function measure(file: string): Promise<ImageAnswer> {
  const { width, height } = await sharp(file, { limitInputPixels: false }).metadata()
  if (width * height > maxImagePixels || Math.max(width, height) > maxImageSide) return { refused: 'too-many-pixels' }
  return { width, height }
}

/** Decodes once: the largest rendition is kept as pixels, and the others are made from it. */
async function make(file: string, directory: string): Promise<ImageAnswer> {
  // Re-encoding keeps pixels only: EXIF, GPS, XMP and whatever was appended stay behind. rotate() applies the orientation first.
  const { data, info } = await sharp(file, { limitInputPixels: maxImagePixels, failOn: 'error' })
    .rotate()
    .resize({ width: renditions.large, height: renditions.large, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  // Written by Node, whose errors have a code: a full disk is no fault of the picture.
  const keep = async (name: string, image: Sharp) => writeFile(join(directory, name), await image.toBuffer())
  for (const [name, side] of Object.entries(renditions))
    await keep(
      `${name}.webp`,
      pixels().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }).webp({ quality: 82 }),
    )
  const side = previewSide(info.width, info.height)
  const tiny = await pixels().resize({ width: side, height: side, fit: 'inside' }).blur(previewBlur).png().toBuffer()
  await keep(fileOf('preview'), sharp(tiny).webp({ quality: 60 }))
  return { width: info.width, height: info.height }
}

const refusalOf = (err: unknown): ImageAnswer => ({
  refused: isFull(err) ? 'storage-full' : 'not-an-image',
})

process.on('message', (job: ImageJob) => {
  const asked = job.kind === 'measure' ? measure(job.file) : make(job.file, job.directory)
  void asked.catch(refusalOf).then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit())
