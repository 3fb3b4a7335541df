/** Runs as its own process: a picture that breaks the decoder breaks this, not the server. Asked and answered by message. */
import { join } from 'node:path'
import sharp from 'sharp'
import { fileOf, maxImagePixels, maxImageSide, previewBlur, previewSide, renditions } from './rules.ts'

export type ImageJob = { id: number; file: string; directory: string }
export type ImageAnswer = { id: number; width: number; height: number } | { id: number; refused: 'not-an-image' | 'too-many-pixels' }

sharp.cache(false)
sharp.concurrency(1)

async function process1({ id, file, directory }: ImageJob): Promise<ImageAnswer> {
  const meta = await sharp(file, { limitInputPixels: false }).metadata()
  if (meta.width * meta.height > maxImagePixels || Math.max(meta.width, meta.height) > maxImageSide)
    return { id, refused: 'too-many-pixels' }
  // Re-encoding keeps pixels only: EXIF, GPS, XMP and whatever was appended stay behind. rotate() applies the orientation first.
  const upright = () => sharp(file, { limitInputPixels: maxImagePixels, failOn: 'error' }).rotate()
  let size = { width: 0, height: 0 }
  for (const [name, side] of Object.entries(renditions)) {
    const made = await upright()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toFile(join(directory, `${name}.webp`))
    if (name === 'large') size = { width: made.width, height: made.height }
  }
  const side = previewSide(meta.width, meta.height)
  const tiny = await upright().resize({ width: side, height: side, fit: 'inside' }).blur(previewBlur).toBuffer()
  await sharp(tiny)
    .webp({ quality: 60 })
    .toFile(join(directory, fileOf('preview')))
  return { id, ...size }
}

process.on('message', (job: ImageJob) => {
  process1(job)
    .catch((): ImageAnswer => ({ id: job.id, refused: 'not-an-image' }))
    .then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit())
