import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { freePort } from '../server/src/embedded/free-port.ts'
import { median, rounded } from './stats.ts'
import { aBenchDir, say } from './world.ts'

const root = join(import.meta.dirname, '..')
const client = join(root, 'web/dist/client')
const runs = 5
const pages = { landing: '/', profile: '/@neo' } as const
const firstRoutes = { landing: 'src/features/landing/landing-page.tsx', profile: 'src/features/profiles/profile-page.tsx' } as const
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
type Chunk = { file: string; imports?: string[]; isDynamicEntry?: boolean }
type Report = {
  categories: Record<string, { score: number | null }>
  audits: Record<string, { numericValue?: number }>
  environment: { benchmarkIndex: number }
}

/** What the web app weighs, and what Lighthouse says of two pages of a demo world that `npm start` made. */
export async function web(opened: (stop: () => Promise<void>) => void): Promise<object> {
  const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  if (!existsSync(chromium)) throw new Error(`${chromium} is missing: apt-get install chromium, or set CHROMIUM_PATH`)
  const dataDir = aBenchDir()
  opened(async () => rmSync(dataDir, { recursive: true, force: true }))
  const url = await startDemo(dataDir, opened)
  const sizes = weigh()
  say(JSON.stringify(sizes))
  const lighthouse: Record<string, object> = {}
  for (const [name, path] of Object.entries(pages)) lighthouse[name] = await judge(`${url}${path}`, chromium)
  return {
    sizes,
    lighthouse,
    target: { firstRouteKb: { vendor: 103, base: 22, route: 10 }, lazyChunkKb: 75, performance: 95, accessibility: 100, cls: 0 },
  }
}

export async function startDemo(dataDir: string, opened: (stop: () => Promise<void>) => void): Promise<string> {
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(await freePort()), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  opened(async () => {
    if (server.exitCode !== null) return
    const gone = once(server, 'exit')
    server.kill('SIGTERM')
    await gone
  })
  let words = ''
  return new Promise((resolve, reject) => {
    // Read to the end: a server whose words nobody takes any more dies of them.
    server.stdout.on('data', (chunk: Buffer) => {
      process.stderr.write(chunk)
      words += String(chunk)
      const url = /CoreFans is ready: (\S+)/.exec(words)?.[1]
      if (url) resolve(url)
    })
    server.once('exit', () => reject(new Error('the demo world did not start')))
  })
}

/** Kilobytes, gzipped: the JavaScript of a first visit, and the largest chunk that comes later. */
function weigh() {
  const manifest = JSON.parse(readFileSync(join(client, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const filesOf = (name: string, seen = new Set<string>()): Set<string> => {
    const chunk = manifest[name]
    if (!chunk || seen.has(chunk.file)) return seen
    seen.add(chunk.file)
    for (const next of chunk.imports ?? []) filesOf(next, seen)
    return seen
  }
  const kb = (file: string) => gzipSync(readFileSync(join(client, file)), { level: 9 }).length / 1_024
  const total = (files: Iterable<string>) =>
    rounded(
      [...files].reduce((sum, file) => sum + kb(file), 0),
      1,
    )
  const first = filesOf('index.html')
  const lazy = Object.values(manifest)
    .filter(({ file }) => file.endsWith('.js') && !first.has(file))
    .map(({ file }) => ({ file, kb: rounded(kb(file), 1) }))
    .sort((a, b) => b.kb - a.kb)
  const isVendor = (file: string) => /(vendor|rolldown-runtime)-[^/]+\.js$/.test(file)
  const shell = [...first]
  return {
    firstRouteKb: {
      vendor: total(shell.filter(isVendor)),
      base: total(shell.filter((file) => !isVendor(file))),
      ...Object.fromEntries(
        Object.entries(firstRoutes).map(([name, file]) => [name, total([...filesOf(file)].filter((one) => !first.has(one)))]),
      ),
    },
    largestLazyChunk: lazy[0],
  }
}

async function judge(url: string, chromium: string): Promise<object> {
  const reports: Report[] = []
  for (let run = 0; run < runs; run++) {
    reports.push(await lighthouseOf(url, chromium))
    say(`${url} run ${run + 1}: ${JSON.stringify(scoresOf(reports.at(-1) as Report))}`)
  }
  const scores = reports.map(scoresOf)
  const names = Object.keys(scores[0] as object) as (keyof ReturnType<typeof scoresOf>)[]
  return Object.fromEntries(names.map((name) => [name, median(scores.map((score) => score[name]))]))
}

function scoresOf({ categories, audits, environment }: Report) {
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100)
  const audit = (name: string) => audits[name]?.numericValue ?? -1
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    cls: audit('cumulative-layout-shift'),
    lcpMs: Math.round(audit('largest-contentful-paint')),
    tbtMs: Math.round(audit('total-blocking-time')),
    benchmarkIndex: environment.benchmarkIndex,
  }
}

async function lighthouseOf(url: string, chromium: string): Promise<Report> {
  const cli = import.meta.resolve('lighthouse/cli/index.js').replace('file://', '')
  const args = [cli, url, '--quiet', '--output=json', '--only-categories=performance,accessibility', `--chrome-flags=${flags.join(' ')}`]
  const child = spawn(process.execPath, args, { env: { ...process.env, CHROME_PATH: chromium }, stdio: ['ignore', 'pipe', 'inherit'] })
  let json = ''
  for await (const chunk of child.stdout) json += String(chunk)
  if (json === '') throw new Error(`Lighthouse answered nothing for ${url}`)
  return JSON.parse(json) as Report
}
