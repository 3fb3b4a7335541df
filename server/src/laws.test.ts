import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const copy = mkdtempSync(join(tmpdir(), 'corefans-laws-'))
const kept = [
  'shared',
  'web/src',
  'web/tsconfig.json',
  'web/package.json',
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

type Extra = { path: string; text: string }

/** What a step of the check says with more files in the tree. */
function checked(step: string, ...extras: Extra[]): { status: number | null; words: string } {
  for (const { path, text } of extras) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), text)
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check.mjs', step], { cwd: copy, encoding: 'utf8' })
  for (const { path } of extras) rmSync(join(copy, path))
  return { status, words: stdout + stderr }
}

const imports = (path: string, from: string): Extra => ({ path, text: `export * from '${from}'\n` })

test('API-01 E6 each import law is broken once and fails the check by its name', () => {
  const M = 'server/src/modules'
  const broken: [law: string, ...Extra[]][] = [
    ['no-cycles', imports('shared/src/values/one.ts', './other.ts'), imports('shared/src/values/other.ts', './one.ts')],
    ['module-front-door-only', imports(`${M}/posts/by-the-back-door.ts`, '../profiles/rules.ts')],
    ['rules-are-pure', imports(`${M}/feed/rules.ts`, '../../kernel/db.ts')],
    ['store-looks-at-kernel-only', imports(`${M}/feed/store.ts`, '../posts/index.ts')],
    ['only-commands-and-reads-touch-store', imports(`${M}/reactions/jobs.ts`, './store.ts')],
    ['kernel-knows-no-module', imports('server/src/kernel/reaches-up.ts', '../modules/polls/index.ts')],
    ['nobody-knows-the-demo', imports(`${M}/feed/knows-the-demo.ts`, '../../demo/problems.ts')],
    ['shared-is-the-floor', imports('shared/src/values/reaches-up.ts', '../../../server/src/kernel/db.ts')],
    ['chain-knows-no-server', imports('chain/src/reaches-up.ts', '../../server/src/kernel/db.ts')],
    ['web-is-apart', imports('web/src/lib/reaches-over.ts', '../../../server/src/kernel/db.ts')],
    ['web-feature-front-door', imports('web/src/features/feed/by-the-back-door.ts', '../posts/posts.ts')],
    ['everything-resolves', imports('shared/src/values/leads-nowhere.ts', './nowhere.ts')],
    ['layer-1-looks-down', imports(`${M}/accounts/looks-up.ts`, '../profiles/index.ts')],
    ['layer-6-peers-apart', imports(`${M}/polls/knows-a-peer.ts`, '../reactions/index.ts')],
  ]
  const { status, words } = checked('laws', ...broken.flatMap(([, ...extras]) => extras))
  expect(status).not.toBe(0)
  expect(broken.map(([law]) => law).filter((law) => !words.includes(law))).toEqual([])
})

test('API-01 E6 a file over budget, an any, SQL outside a store, a misnamed migration and too few tests each fail the check', () => {
  const long = { path: 'shared/src/values/long.ts', text: Array.from({ length: 320 }, (_, i) => `export const n${i} = ${i}\n`).join('') }
  const loose = { path: 'shared/src/values/loose.ts', text: 'export const loose = (x: any) => x\n' }
  const budgets = checked('budgets', long, loose)
  expect([budgets.status === 0, budgets.words.includes('max-lines'), /any/.test(budgets.words)]).toEqual([false, true, true])
  const sql = checked('stores', { path: 'server/src/modules/feed/loose.ts', text: 'export const f = (ctx: Ctx) => ctx.sql(`select 1`)\n' })
  expect([sql.status === 0, sql.words.includes('modules/feed/loose.ts:1')]).toEqual([false, true])
  const storage = checked('browser storage', { path: 'web/src/lib/loose.ts', text: "export const f = () => localStorage.getItem('x')\n" })
  expect([storage.status === 0, storage.words.includes('web/src/lib/loose.ts:1')]).toEqual([false, true])
  const migration = checked('migrations', { path: 'server/migrations/0099_late.sql', text: '' })
  expect([migration.status === 0, migration.words.includes('0099_late.sql')]).toEqual([false, true])
  const untested = checked('ratio', { path: 'server/src/kernel/untested.ts', text: 'export {}\n'.repeat(20_000) })
  expect([untested.status === 0, untested.words.includes('kernel:')]).toEqual([false, true])
})

test('D6 a class of another feature, one declared twice, one that nobody knows and a sheet outside of the layers each fail the check', () => {
  const clean = checked('styles')
  expect([clean.status, clean.words]).toEqual([0, expect.stringContaining('classes in')])
  const { status, words } = checked(
    'styles',
    { path: 'web/src/features/feed/stray.css', text: '.post {\n  color: red;\n}\n.feed-shelf .token-line {\n  color: red;\n}\n' },
    { path: 'web/src/ui/stray.css', text: '.btn {\n  color: red;\n}\n.account-card {\n  color: red;\n}\n' },
    { path: 'web/src/features/feed/stray.tsx', text: 'export const Stray = () => <p className="feed-nowhere token-line" />\n' },
  )
  expect(status).not.toBe(0)
  const complaints = [
    'feed/stray.css:1: “.post” must begin with a name of feed',
    'feed/stray.css:4: “.feed-shelf .token-line” paints .token-line of another feature',
    'ui/stray.css:4: “.account-card” paints .account-card, which is of a feature',
    '.btn is declared in web/src/ui/controls.css and web/src/ui/stray.css',
    'feed/stray.tsx:1: no stylesheet knows .feed-nowhere',
    'feed/stray.tsx:1: .token-line belongs to tokens',
    'does not take web/src/features/feed/stray.css into the layer features',
  ]
  expect(complaints.filter((one) => !words.includes(one))).toEqual([])
})
