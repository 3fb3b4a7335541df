import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const copy = mkdtempSync(join(tmpdir(), 'corefans-laws-'))
const kept = [
  'shared',
  'server',
  'chain',
  'scripts',
  'package.json',
  'tsconfig.base.json',
  'eslint.config.mjs',
  'layers.cjs',
  '.dependency-cruiser.cjs',
]

beforeAll(() => {
  for (const name of kept) cpSync(join(root, name), join(copy, name), { recursive: true, filter: (path) => !path.includes('node_modules') })
  // Our own packages must be those of the copy: seen from there, files of this tree lie outside and break laws of their own.
  const [from, to] = [join(root, 'node_modules'), join(copy, 'node_modules')]
  mkdirSync(join(to, '@corefans'), { recursive: true })
  for (const name of readdirSync(from)) if (name !== '@corefans') symlinkSync(join(from, name), join(to, name))
  for (const name of ['shared', 'chain', 'server']) symlinkSync(join(copy, name), join(to, '@corefans', name))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** What the check's step says with one more file in the tree. */
function checked(step: string, path: string, text: string): { status: number | null; words: string } {
  const file = join(copy, path)
  writeFileSync(file, text)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check.mjs', step], { cwd: copy, encoding: 'utf8' })
  rmSync(file)
  return { status, words: stdout + stderr }
}

test('API-01 a broken import law, a file over budget and an any each fail the check, by name', () => {
  const law = checked('laws', 'server/src/kernel/reaches-up.ts', "export { routes } from '../modules/polls/index.ts'\n")
  expect([law.status === 0, law.words.includes('kernel-knows-no-module')]).toEqual([false, true])
  const long = checked(
    'budgets',
    'shared/src/values/long.ts',
    Array.from({ length: 320 }, (_, i) => `export const n${i} = ${i}\n`).join(''),
  )
  expect([long.status === 0, long.words.includes('max-lines')]).toEqual([false, true])
  const loose = checked('budgets', 'shared/src/values/loose.ts', 'export const loose = (x: any) => x\n')
  expect([loose.status === 0, /any/.test(loose.words)]).toEqual([false, true])
})
