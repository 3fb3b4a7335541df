// npm run mutants -- contracts [file or name]: plants one bug at a time in a copy of the contracts, runs the suites that
// claim to catch it, and tells which bugs survived. A test that cannot fail proves nothing. The last line is JSON.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { binaryOf, here } from '../contracts/forge.mjs'

const [part, word = ''] = process.argv.slice(2)
if (part !== 'contracts') {
  console.error('usage: npm run mutants -- contracts [word of a file or a name]')
  process.exit(2)
}

async function chosen() {
  const files = readdirSync(join(here, 'mutants')).filter((file) => file.endsWith('.mjs'))
  const lists = files.sort().map(async (file) => {
    const { mutants } = await import(pathToFileURL(join(here, 'mutants', file)).href)
    return mutants.filter(({ name }) => `${file} ${name}`.includes(word)).map((mutant) => ({ from: file, ...mutant }))
  })
  return (await Promise.all(lists)).flat()
}

/** The same project elsewhere: paths to compiler and library are made absolute. */
function copyOfProject() {
  const folder = mkdtempSync(join(tmpdir(), 'corefans-mutants-'))
  for (const name of ['src', 'test']) cpSync(join(here, name), join(folder, name), { recursive: true })
  const modules = join(here, '..', 'node_modules').replaceAll('\\', '/')
  const settings = readFileSync(join(here, 'foundry.toml'), 'utf8')
    .replaceAll('../node_modules', modules)
    .replace('./solc-wrap.mjs', join(here, 'solc-wrap.mjs').replaceAll('\\', '/'))
  writeFileSync(join(folder, 'foundry.toml'), settings)
  return folder
}

function suitesPass(folder, suites) {
  const args = ['test', '--fail-fast', '--match-path', suites]
  const env = { ...process.env, FOUNDRY_PROFILE: 'test' }
  const { status, stdout, stderr } = spawnSync(binaryOf('forge'), args, { cwd: folder, env, encoding: 'utf8' })
  const said = `${stdout}${stderr}`
  // A bug that does not compile is caught by nobody, and suites that match nothing catch nothing.
  const ran = / passed[;,]/.test(said)
  return { passed: status === 0, ran, said }
}

/** 'caught', 'survived', or why the mutant itself is at fault. */
function verdictOf(folder, { file, find, replace, caughtBy }) {
  const path = join(folder, 'src', file)
  const source = readFileSync(path, 'utf8')
  const places = source.split(find).length - 1
  if (places !== 1) return `its line is found ${places} times in ${file}`
  writeFileSync(
    path,
    source.replace(find, () => replace),
  )
  const { passed, ran, said } = suitesPass(folder, caughtBy)
  writeFileSync(path, source)
  if (!ran) return `nothing ran: ${said.trim().split('\n').slice(-4).join(' | ')}`
  return passed ? 'survived' : 'caught'
}

const mutants = await chosen()
const folder = copyOfProject()
const counts = { planted: mutants.length, caught: 0, survived: 0, broken: 0 }
try {
  const suites = [...new Set(mutants.map(({ caughtBy }) => caughtBy))]
  for (const suite of suites) {
    const { passed, said } = suitesPass(folder, suite)
    if (!passed) throw new Error(`${suite} fails without a bug:\n${said}`)
    console.log(`sound   ${suite}`)
  }
  for (const mutant of mutants) {
    const startedMs = performance.now()
    const verdict = verdictOf(folder, mutant)
    counts[verdict in counts ? verdict : 'broken'] += 1
    const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1)
    console.log(
      `${verdict === 'caught' ? 'caught ' : 'MISSED '} ${mutant.from} ${mutant.name} (${seconds} s)${verdict === 'caught' ? '' : `: ${verdict}`}`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(JSON.stringify({ mutants: part, ...counts }))
if (counts.planted === 0 || counts.caught !== counts.planted) process.exitCode = 1
