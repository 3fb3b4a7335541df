// One hash over everything that decides the bytecode: sources, settings, compiler and library version.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { here } from './forge.mjs'

function filesUnder(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

function hashOf(files, textOf = (file) => readFileSync(file, 'utf8')) {
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    hash.update(`${relative(here, file).replaceAll('\\', '/')}\0`)
    hash.update(textOf(file).replaceAll('\r\n', '\n'))
    hash.update('\0')
  }
  return hash.digest('hex')
}

const settings = [join(here, 'foundry.toml'), join(here, 'package.json')]

/** foundry.toml up to its first section that is not of the default profile: the rest does not reach what ships. */
function shippedText(file) {
  const text = readFileSync(file, 'utf8')
  return file.endsWith('foundry.toml') ? text.slice(0, text.indexOf('\n[fuzz]')) : text
}

/** The hash that generated files carry; equal hashes mean that compiling again would change nothing. */
export const sourceHash = () => hashOf([...filesUnder(join(here, 'src')), ...settings], shippedText)

/** The hash of all that decides what the test profile compiles to. */
export const testHash = () =>
  hashOf([...filesUnder(join(here, 'src')), ...filesUnder(join(here, 'test')), ...settings, join(here, 'solc-wrap.mjs')])
