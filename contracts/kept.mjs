// Compiling is the slow part of the Solidity tests, and its result depends on nothing but sources, settings and versions
// that npm pins. So it is kept outside the tree: for this clone, where forge compiles only what changed, and once for each
// hash of its sources, where another clone of the same user begins with it.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { here } from './forge.mjs'
import { testHash } from './sources.mjs'

const atMost = 5
const base = join(process.env.COREFANS_CONTRACTS_CACHE ?? tmpdir(), `corefans-contracts-${process.getuid?.() ?? 'me'}`)
const shared = join(base, 'kept')
const mine = join(base, here.replace(/\W+/g, '-'))

/** Where forge writes and looks, filled from what another clone compiled if this one has nothing yet. */
export function compiledBefore() {
  mkdirSync(shared, { recursive: true, mode: 0o700 })
  const kept = join(shared, testHash())
  const isTaken = !existsSync(mine) && existsSync(kept)
  if (isTaken) cpSync(kept, mine, { recursive: true, preserveTimestamps: true })
  return { env: { FOUNDRY_OUT: join(mine, 'out'), FOUNDRY_CACHE_PATH: join(mine, 'cache') }, isTaken }
}

/** Keeps what this clone compiled under the hash of its sources; the folder appears whole or not at all. */
export function keep() {
  const kept = join(shared, testHash())
  if (existsSync(kept)) return utimesSync(kept, new Date(), new Date())
  const draft = `${kept}.${process.pid}`
  cpSync(mine, draft, { recursive: true, preserveTimestamps: true })
  try {
    renameSync(draft, kept)
  } catch {
    rmSync(draft, { recursive: true, force: true }) // another run of the same sources was first
  }
  forgetOldest()
}

function forgetOldest() {
  const byAge = readdirSync(shared)
    .map((name) => ({ path: join(shared, name), at: statSync(join(shared, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
  for (const { path } of byAge.slice(atMost)) rmSync(path, { recursive: true, force: true })
}
