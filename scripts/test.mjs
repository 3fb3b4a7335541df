// `npm test`: everything that must hold, from a bare clone. Runs all steps even when one fails; `npm test server` runs those that match.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install, mustBeNode20, root } from './setup.mjs'

const began = performance.now()
const seconds = (since) => `${((performance.now() - since) / 1_000).toFixed(1)} s`
const say = (words) => console.log(`${seconds(began).padStart(8)}  ${words}`)
const isRoot = process.getuid?.() === 0
const reports = mkdtempSync(join(tmpdir(), 'corefans-test-reports-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

mustBeNode20()
process.chdir(root)
install(say)

const bin = (name, path) => join(root, 'node_modules', name, path)
const vitest = (folder) => ({
  args: [
    bin('vitest', 'vitest.mjs'),
    'run',
    '--root',
    folder,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, `${folder}.json`)}`,
  ],
  count: () => vitestCounts(join(reports, `${folder}.json`)),
})
const hasVitest = (folder) => readdirSync(folder).some((name) => /^vitest\.config\./.test(name))

const steps = [
  { name: 'build', args: ['scripts/build.mjs'], neededBy: ['server', 'trips'] },
  { name: 'check', args: ['scripts/check.mjs'] },
  { name: 'contracts', args: ['contracts/test.mjs'], count: forgeCounts },
  { name: 'chain', ...vitest('chain') },
  { name: 'server', ...vitest('server') },
  { name: 'web', ...vitest('web'), skip: () => (hasVitest('web') ? null : 'web has no vitest config') },
  {
    name: 'trips',
    args: [bin('@playwright/test', 'cli.js'), 'test', '-c', 'e2e', '--reporter=line,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'trips.json'), PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'trips.json') },
    count: () => playwrightCounts(join(reports, 'trips.json')),
    skip: () => (existsSync('e2e/playwright.config.ts') ? withoutBrowser() : 'there are no trips'),
  },
]

/** Null when a browser is there or could be made so; else why the trips cannot run. As root a missing browser is a failure. */
function withoutBrowser() {
  const path = process.env.CHROMIUM_PATH || '/usr/bin/chromium'
  if (existsSync(path)) {
    process.env.CHROMIUM_PATH = path
    return null
  }
  if (!isRoot) return `no browser at ${path}: install Chromium or set CHROMIUM_PATH`
  if (!existsSync('/usr/bin/apt-get')) throw new Error(`no browser at ${path}, and no apt-get here: install Chromium or set CHROMIUM_PATH`)
  say('installing Chromium (apt-get)')
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
  if (!apt('update') || !apt('install', '-y', 'chromium') || !existsSync('/usr/bin/chromium'))
    throw new Error('Chromium could not be installed; the words of apt-get are above')
  process.env.CHROMIUM_PATH = '/usr/bin/chromium'
  return null
}

const reportAt = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null)
function vitestCounts(path) {
  const report = reportAt(path)
  return report && { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests }
}
function playwrightCounts(path) {
  const stats = reportAt(path)?.stats
  return stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}
function forgeCounts(output) {
  const [, passed, failed, skipped] =
    /: (\d+) tests? passed, (\d+) failed, (\d+) skipped/.exec(
      output.split('\n').findLast((line) => /^Ran \d+ test suites?/.test(line)) ?? '',
    ) ?? []
  return passed && { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) }
}

/** Runs one step and shows its words as they come. */
async function run({ name, args, env, count, skip }) {
  const at = performance.now()
  const why = await Promise.resolve()
    .then(() => skip?.())
    .catch((err) => err)
  if (why instanceof Error) return { name, ok: false, note: why.message, counts: { passed: 0, failed: 1 }, took: seconds(at) }
  if (why) return { name, ok: true, note: `skipped: ${why}`, counts: { passed: 0, failed: 0 }, took: seconds(at) }
  say(`── ${name}`)
  const { code, output } = await words(args, env)
  const counted = count?.(output)
  const ok = code === 0
  const counts = counted ?? { passed: 0, failed: 0 }
  if (!ok && counts.failed === 0) counts.failed = 1
  const note = counted
    ? `${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`
    : ok
      ? ''
      : `ended with ${code}`
  return { name, ok, note, counts, took: seconds(at) }
}

const words = (args, env) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
    const chunks = []
    child.stdout.on('data', (chunk) => {
      chunks.push(chunk)
      process.stdout.write(chunk)
    })
    child.on('error', (err) => resolve({ code: String(err), output: '' }))
    child.on('close', (code, signal) => resolve({ code: code ?? signal, output: Buffer.concat(chunks).toString() }))
  })

const only = process.argv.slice(2)
const matches = (name) => only.some((word) => name.includes(word))
const chosen = only.length === 0 ? steps : steps.filter((step) => matches(step.name) || step.neededBy?.some(matches))
if (chosen.length === 0) {
  console.error(`no step matches; there are ${steps.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}

const results = []
for (const step of chosen) results.push(await run(step))

console.log('')
for (const { name, ok, note, took } of results) console.log(`${ok ? '✓' : '✗'} ${name.padEnd(10)} ${took.padStart(8)}  ${note}`)
const sum = (key) => results.reduce((total, { counts }) => total + counts[key], 0)
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
console.log(`total ${seconds(began)}`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
