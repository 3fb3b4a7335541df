import { existsSync, rmSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { countsPrompts, firstMinute, keyboard, type Minute, pointer } from '../e2e/first-minute.ts'
import { authenticator } from '../e2e/newcomer.ts'
import { median } from './stats.ts'
import { startDemo } from './web.ts'
import { aBenchDir, say } from './world.ts'

const runs = 3
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const ways = {
  pointer: { by: pointer, options: { viewport: { width: 1440, height: 1000 } } },
  keyboard: { by: keyboard, options: { viewport: { width: 1440, height: 1000 } } },
  phone: { by: pointer, options: phone },
} as const

/**
 * The first minute of somebody who has nothing: an empty profile, from `/` to a locked post that opens, without the demo's
 * sign-in, 40 ms a key; by pointer, by keyboard, and by finger at 390 px. Every passkey and permission is a prompt.
 */
export async function newcomer(opened: (stop: () => Promise<void>) => void): Promise<object> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  if (!existsSync(executablePath)) throw new Error(`${executablePath} is missing: apt-get install chromium, or set CHROMIUM_PATH`)
  const dataDir = aBenchDir()
  opened(async () => rmSync(dataDir, { recursive: true, force: true }))
  const url = await startDemo(dataDir, opened)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] })
  opened(() => browser.close())
  const found: Record<string, object> = {}
  for (const [name, { by, options }] of Object.entries(ways)) {
    const minutes: Minute[] = []
    for (let run = 0; run < runs; run++) {
      const context = await browser.newContext({ ...options, locale: 'en-GB' })
      const page = await context.newPage()
      minutes.push(await lived(page, { url: `${url}/`, by, handle: `n${run}${Date.now() % 1e8}` }))
      say(`${name} run ${run + 1}: ${JSON.stringify(minutes.at(-1))}`)
      await context.close()
    }
    found[name] = summary(minutes)
  }
  return { ...found, target: { ms: 60_000, machineMs: 15_000, prompts: 2, clicks: 7, keys: 40 } }
}

async function lived(page: Page, { url, by, handle }: { url: string; by: typeof pointer; handle: string }): Promise<Minute> {
  await countsPrompts(page)
  await authenticator(page)
  return firstMinute(page, { url, hand: by(page), handle })
}

const summary = (minutes: readonly Minute[]) => ({
  ms: median(minutes.map(({ ms }) => ms)),
  machineMs: median(minutes.map(({ ms, typedMs }) => ms - typedMs)),
  prompts: Math.max(...minutes.map(({ prompts }) => prompts.length)),
  presses: Math.max(...minutes.map(({ presses }) => presses)),
})
