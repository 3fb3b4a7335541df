import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aPicture } from '../../testing/image.ts'
import { imageProcesses } from './images.ts'

const directory = mkdtempSync(join(tmpdir(), 'corefans-images-'))
const images = imageProcesses(1)
afterAll(() => {
  images.stop()
  rmSync(directory, { recursive: true, force: true })
})

const file = async (width: number, height: number): Promise<string> => {
  const path = join(directory, `${width}.png`)
  await writeFile(path, await aPicture(10, { width, height }))
  return path
}

test('B3 one account with eight large pictures does not keep another waiting, and who left is not worked for', async () => {
  const [large, little] = [await file(3_000, 3_000), await file(60, 40)]
  const order: string[] = []
  const leaving = new AbortController()
  const place = () => mkdtempSync(join(directory, 'made-'))
  const abandoned = place()
  const ofA = Array.from({ length: 8 }, () => images.process(large, place(), { owner: 'a' }).then(() => order.push('a')))
  const left = images.process(large, abandoned, { owner: 'a', signal: leaving.signal })
  const ofB = images.process(little, place(), { owner: 'b' }).then(() => order.push('b'))
  leaving.abort(new Error('left'))
  await expect(left).rejects.toThrow('left')
  await Promise.all([...ofA, ofB])
  expect(order.indexOf('b')).toBeLessThanOrEqual(2)
  expect(readdirSync(abandoned)).toEqual([])
}, 120_000)

test('B3 points are asked for by pixels before any is read, and a refusal leaves nothing behind', async () => {
  const made = mkdtempSync(join(directory, 'refused-'))
  const asked: number[] = []
  const beforeDecoding = (pixels: number) => {
    asked.push(pixels)
    throw new Error('too many')
  }
  await expect(images.process(await file(300, 200), made, { owner: 'a', beforeDecoding })).rejects.toThrow('too many')
  expect([asked, readdirSync(made)]).toEqual([[60_000], []])
  expect(await images.process(await file(61, 40), made, { owner: 'a' })).toEqual({ width: 61, height: 40 })
})
