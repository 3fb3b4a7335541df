import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './setup.mjs'

const sources = ['web', 'shared/src', 'chain/src', 'package-lock.json']
const skipped = new Set(['node_modules', 'dist'])

/** Builds the web app unless the sources are those it was last built from. */
export async function build(say) {
  const stamp = join(root, 'web/dist/.built-from')
  const wanted = hashOf(sources.map((path) => join(root, path)))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('building the web app')
  const done = spawnSync(process.execPath, [join(root, 'web/build.mjs')], {
    cwd: join(root, 'web'),
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (done.status !== 0) {
    console.error(done.stdout)
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

function hashOf(paths) {
  const hash = createHash('sha256')
  const take = (path) => {
    if (path.endsWith('.json') || /\.\w+$/.test(path)) return void hash.update(path.slice(root.length)).update(readFileSync(path))
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (skipped.has(entry.name)) continue
      const inner = join(path, entry.name)
      if (entry.isDirectory()) take(inner)
      else hash.update(inner.slice(root.length)).update(readFileSync(inner))
    }
  }
  for (const path of paths) take(path)
  return hash.digest('hex')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build(console.log)
