// One command for all the laws: `npm run check`. A line for each, then what is broken. Runs two at a time, prints in order.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { glossary, layered, migrations, noLeftovers, problemPages, sizes } from './check-house.mjs'
import { styles } from './check-styles.mjs'
import { sqlInStores, storageInOnePlace, testRatio } from './check-tests.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
// Caches stand outside the tree, one for each user and clone: a check by root leaves nothing that others cannot write.
const cache = join(tmpdir(), `corefans-check-${process.getuid?.() ?? 'me'}`, process.cwd().replace(/\W+/g, '-'))
mkdirSync(cache, { recursive: true })

const present = (folders) => folders.filter((folder) => existsSync(folder))
const typed = present(['shared', 'chain', 'server', 'web', 'contracts', 'e2e', 'bench', 'scripts']).filter((folder) =>
  existsSync(`${folder}/tsconfig.json`),
)
const bin = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  eslint: 'eslint/bin/eslint.js',
  depcruise: 'dependency-cruiser/bin/dependency-cruise.mjs',
  knip: 'knip/bin/knip.js',
  jscpd: 'jscpd/bin/jscpd',
}

/** Runs a tool of node_modules without a shell, so that it is the same for root and for anyone. */
const tool =
  (name, ...args) =>
  () =>
    run([`node_modules/${bin[name]}`, ...args])
const run = (args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    })
    let output = ''
    child.stdout.on('data', (data) => {
      output += data
    })
    child.stderr.on('data', (data) => {
      output += data
    })
    child.on('error', (error) => resolve({ ok: false, output: String(error) }))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
const house = (rule) => async () => {
  const { note, complaints } = rule()
  return { ok: complaints.length === 0, note, output: complaints.join('\n') }
}

const steps = [
  ...typed.map((folder) => [
    `types ${folder}`,
    tool('tsc', '-p', folder, '--noEmit', '--pretty', 'false', '--incremental', '--tsBuildInfoFile', join(cache, `${folder}.tsbuildinfo`)),
  ]),
  [
    'format (npm run format mends it)',
    tool('biome', 'check', '.', '--linter-enabled=false', '--reporter=summary', '--max-diagnostics=1000'),
  ],
  ['lint', tool('biome', 'lint', '.', '--max-diagnostics=40', '--diagnostic-level=error')],
  ['budgets and purity', tool('eslint', '.', '--no-warn-ignored', '--cache', '--cache-location', join(cache, 'eslint'))],
  [
    'import laws',
    tool(
      'depcruise',
      ...present(['shared', 'chain/src', 'server/src', 'web/src', 'e2e', 'bench', 'scripts']),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long',
    ),
  ],
  ['layer table', house(layered)],
  ['dead code', tool('knip', '--no-progress', '--no-config-hints')],
  ['duplicates', tool('jscpd', ...present(['shared/src', 'chain/src', 'server/src', 'web/src', 'scripts']), '--config', '.jscpd.json')],
  ['size budgets', house(sizes)],
  ['nothing left to do', house(noLeftovers)],
  ['glossary', house(glossary)],
  ['migrations', house(migrations)],
  ['problem pages', house(problemPages)],
  ['SQL only in stores', house(sqlInStores)],
  ['browser storage in one place', house(storageInOnePlace)],
  ['test ratio', house(testRatio)],
  ['styles', house(styles)],
  ['contracts as built and measured', () => run([join('contracts', 'build.mjs'), '--check'])],
  ['first route', () => run([join('web', 'build.mjs'), '--budget'])],
]

const started = performance.now()
const only = process.argv.slice(2)
const chosen = only.length ? steps.filter(([name]) => only.some((word) => name.includes(word))) : steps
const results = chosen.map(() => undefined)
const seconds = (since) => `${((performance.now() - since) / 1_000).toFixed(1)} s`

let next = 0
let printed = 0
const print = () => {
  for (; printed < results.length && results[printed]; printed++) {
    const { name, ok, note, took } = results[printed]
    console.log(`${ok ? '✓' : '✗'} ${name.padEnd(34)} ${took.padStart(7)}${note ? `  ${note}` : ''}`)
  }
}
const worker = async () => {
  while (next < chosen.length) {
    const i = next++
    const [name, run] = chosen[i]
    const at = performance.now()
    results[i] = { name, ...(await run()), took: seconds(at) }
    print()
  }
}
await Promise.all([worker(), worker()])

const limit = 80
const short = (output) => {
  const lines = output.trim().split('\n')
  return lines.length > limit ? [...lines.slice(0, limit), `… and ${lines.length - limit} lines more`].join('\n') : lines.join('\n')
}
const broken = results.filter(({ ok }) => !ok)
for (const { name, output } of broken) console.log(`\n── ${name} ──\n${short(output)}`)
console.log(
  `\n${broken.length ? `✗ ${broken.length} of ${results.length} failed: ${broken.map(({ name }) => name).join(', ')}` : `✓ all ${results.length} kept`} · ${seconds(started)}`,
)
process.exitCode = broken.length ? 1 : 0
