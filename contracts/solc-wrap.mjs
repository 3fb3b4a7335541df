#!/usr/bin/env node
// Looks like the native solc to forge, but runs solc-js: npm alone delivers the compiler, also offline.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const solc = createRequire(import.meta.url)('solc')

function contentsOf(path) {
  try {
    return { contents: readFileSync(path, 'utf8') }
  } catch {
    return { error: `not found: ${path}` }
  }
}

if (process.argv.includes('--version')) {
  const version = solc.version().replace('.Emscripten.clang', '.Linux.g++')
  process.stdout.write(`solc, the solidity compiler commandline interface\nVersion: ${version}\n`, () => process.exit(0))
} else {
  // forge hands over the files it found itself; imports between library files are read as they are met.
  const output = solc.compile(readFileSync(0, 'utf8'), { import: contentsOf })
  // solc-js leaves handlers behind that keep the process alive, so leave once forge has everything.
  process.stdout.write(output, () => process.exit(0))
}
