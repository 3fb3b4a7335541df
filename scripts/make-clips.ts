/**
 * Makes the clips of the demo world from our own drawings and sounds, in Chromium, which has the encoders: `node --import tsx
 * scripts/make-clips.ts [file…]`. They are committed, since a first start has no encoder.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { scene } from '../server/src/demo/art/scene.ts'
import { type Clip, clips, type Film } from './clips/clips.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = join(root, 'server/src/demo/clips')
const asked = process.argv.slice(2)
type Made = { bytes: string; poster?: string; peaks?: number[] }

const isFilm = (clip: Clip): clip is Film => 'scene' in clip
const svgOf = (clip: Clip): string => (isFilm(clip) ? scene(clip.scene, clip.seed, clip.palette) : '')

/** A page of a secure origin, which encoders ask for. */
async function studio(page: Page): Promise<void> {
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Studio</title>' }))
  await page.goto('http://localhost/')
  const library = readFileSync(join(root, 'node_modules/mediabunny/dist/bundles/mediabunny.min.mjs'), 'utf8')
  await page.evaluate(async (code) => {
    const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
    Object.assign(globalThis, { mediabunny: await import(url) })
  }, library)
  await page.addScriptTag({ path: join(root, 'scripts/clips/in-page.js'), type: 'module' })
  await page.waitForFunction(() => 'makeClip' in globalThis)
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' })
try {
  const page = await browser.newPage()
  await studio(page)
  const index = join(folder, 'peaks.json')
  const peaks = asked.length > 0 ? (JSON.parse(readFileSync(index, 'utf8')) as Record<string, number[]>) : {}
  for (const clip of clips.filter(({ file }) => asked.length === 0 || asked.includes(file))) {
    const made = await page.evaluate(
      ([one, svg]) => (globalThis as unknown as { makeClip: (clip: unknown, svg: string) => Promise<Made> }).makeClip(one, svg),
      [clip, svgOf(clip)] as const,
    )
    writeFileSync(join(folder, clip.file), Buffer.from(made.bytes, 'base64'))
    if (made.poster) writeFileSync(join(folder, clip.file.replace(/\.\w+$/, '.webp')), Buffer.from(made.poster, 'base64'))
    if (made.peaks) peaks[clip.file] = made.peaks
    console.log(`${clip.file}: ${Math.round((made.bytes.length * 0.75) / 1024)} KB`)
  }
  writeFileSync(index, `${JSON.stringify(peaks)}\n`)
} finally {
  await browser.close()
}
