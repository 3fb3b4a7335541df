// One hash over everything that decides the bytecode: sources, settings, compiler and library version.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { here } from './forge.mjs'

function filesUnder(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** The hash that generated files carry; equal hashes mean that compiling again would change nothing. */
export function sourceHash() {
  const files = [...filesUnder(join(here, 'src')), join(here, 'foundry.toml'), join(here, 'package.json')]
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    hash.update(`${relative(here, file).replaceAll('\\', '/')}\0`)
    hash.update(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'))
    hash.update('\0')
  }
  return hash.digest('hex')
}
