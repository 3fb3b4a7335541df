// `npm test`: everything that must hold, from a bare clone. Runs all steps even when one fails; `npm test server` runs those that match.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install, mustBeNode20, root } from './setup.mjs'
import { browserOrWhyNot } from './test/browser.mjs'
import { forgeReport, playwrightReport, vitestReport } from './test/reports.mjs'
import { runAll } from './test/run.mjs'

const began = performance.now()
const seconds = (ms) => `${(ms / 1_000).toFixed(1)} s`
const say = (words) => console.log(`${seconds(performance.now() - began).padStart(8)}  ${words}`)
const reports = mkdtempSync(join(tmpdir(), 'corefans-test-reports-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

mustBeNode20()
process.chdir(root)
install(say)

const bin = (name, path) => join(root, 'node_modules', name, path)
const vitest = (folder) => {
  const path = join(reports, `${folder}.json`)
  const args = [bin('vitest', 'vitest.mjs'), 'run', '--root', folder, '--reporter=default', '--reporter=json', `--outputFile.json=${path}`]
  return { args, report: () => vitestReport(path, folder) }
}
const hasVitest = (folder) => readdirSync(folder).some((name) => /^vitest\.config\./.test(name))
const tripsReport = join(reports, 'trips.json')

// What a step keeps busy (`cores`) decides what runs beside it: two cores are shared out. Suites of two workers of their own,
// on engines of their own, have both.
const steps = [
  { name: 'build', cores: 1, args: ['scripts/build.mjs'] },
  { name: 'contracts', cores: 1, args: ['contracts/test.mjs'], report: forgeReport },
  { name: 'check', cores: 1, args: ['scripts/check.mjs'] },
  { name: 'web', cores: 1, ...vitest('web'), skip: () => (hasVitest('web') ? null : 'web has no vitest config') },
  { name: 'chain', cores: 2, ...vitest('chain') },
  { name: 'server', cores: 2, after: ['build'], ...vitest('server') },
  {
    name: 'trips',
    cores: 2,
    after: ['build'],
    args: [bin('@playwright/test', 'cli.js'), 'test', '-c', 'e2e', '--reporter=line,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: tripsReport, PLAYWRIGHT_JSON_OUTPUT_FILE: tripsReport },
    report: () => playwrightReport(tripsReport),
    skip: () => (existsSync('e2e/playwright.config.ts') ? browserOrWhyNot(say) : 'there are no trips'),
  },
]

const only = process.argv.slice(2)
const matches = ({ name }) => only.length === 0 || only.some((word) => name.includes(word))
const named = steps.filter(matches)
const chosen = steps.filter((step) => named.includes(step) || named.some(({ after }) => after?.includes(step.name)))
if (named.length === 0) {
  console.error(`no step matches; there are ${steps.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}

const results = await runAll(chosen, { cores: 2, say })
const slowest = results
  .flatMap(({ name, tests }) => tests.map((test) => ({ step: name, ...test })))
  .sort((a, b) => b.ms - a.ms)
  .slice(0, 20)
console.log('\nThe slowest:')
for (const { step, ms, title } of slowest) console.log(`${seconds(ms).padStart(8)}  ${step.padEnd(9)} ${title.slice(0, 150)}`)
console.log('')
for (const { name, ok, note, tookMs } of results)
  console.log(`${ok ? '✓' : '✗'} ${name.padEnd(10)} ${seconds(tookMs).padStart(8)}  ${note}`)
const sum = (key) => results.reduce((total, { counts }) => total + counts[key], 0)
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
console.log(`total ${seconds(performance.now() - began)}`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
