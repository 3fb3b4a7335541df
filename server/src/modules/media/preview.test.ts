import sharp from 'sharp'
import { expect, test } from 'vitest'
import { aPictureOfWords } from '../../testing/words-image.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()

/** The pixels of the preview that a stranger is given of a locked picture. */
async function previewOf(picture: Buffer) {
  const maya = await world().person()
  const { id } = (await maya.upload(picture)).body
  const post = await maya.must('POST /api/posts', { text: 'x', mediaIds: [id], audience: 'followers' })
  const seen = await world().visitor.must('GET /api/posts/:postId', { postId: post.id })
  expect(seen.locked).toBe(true)
  const answer = await world().host.app.inject({ url: seen.media[0]?.previewUrl as string })
  expect(answer.statusCode).toBe(200)
  return sharp(answer.rawPayload).removeAlpha().raw().toBuffer({ resolveWithObject: true })
}

// Ink and paper are 255 apart. Two previews whose pixels differ by less than a sixth of that at most, and by a twentieth on
// average, differ in how dark a stretch of some letters is, not in which letters stand there.
const [mostApart, meanApart] = [255 / 6, 255 / 20]

/** The pixels around their mean: how dark a picture is as a whole is no word. */
function levelled(data: Buffer): number[] {
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length
  return [...data].map((value) => value - mean)
}

test.each([
  [24, 330],
  [48, 660],
  [100, 1380],
  [330, 24],
  [1380, 100],
  [24, 24],
  [7, 90],
  [5, 5],
])('A1 previews of locked pictures of %i by %i that differ only in their words do not tell them apart', async (width, height) => {
  const [one, other] = await Promise.all(
    ['MEETATONCE', 'CALLOMEBIT'].map(async (text) => previewOf(await aPictureOfWords(text, { width, height }))),
  )
  if (!one || !other) throw new Error('two previews were asked for')
  const longest = Math.max(width, height)
  expect(Math.max(one.info.width, one.info.height)).toBeLessThanOrEqual(Math.max(1, Math.min(24, longest / 8)))
  expect([other.info.width, other.info.height]).toEqual([one.info.width, one.info.height])
  const [ones, others] = [levelled(one.data), levelled(other.data)]
  const apart = ones.map((value, i) => Math.abs(value - (others[i] as number)))
  expect(Math.max(...apart)).toBeLessThan(mostApart)
  expect(apart.reduce((sum, one) => sum + one, 0) / apart.length).toBeLessThan(meanApart)
})
