// Finds the forge binary that npm installed for this machine and runs it in this folder.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const here = dirname(fileURLToPath(import.meta.url))

const names = { x64: 'amd64', arm64: 'arm64', linux: 'linux', darwin: 'darwin', win32: 'win32' }

/** The path of a foundry tool's binary; npx would add seconds to each run. */
export function binaryOf(tool) {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const owner = `@foundry-rs/${tool}-${names[process.platform]}-${names[process.arch]}`
  const manifest = createRequire(import.meta.url).resolve(`${owner}/package.json`)
  return join(dirname(manifest), 'bin', tool + suffix)
}

/** Runs forge with its output shown, and answers its exit code. */
export function forge(...args) {
  return spawnSync(binaryOf('forge'), args, { cwd: here, stdio: 'inherit' }).status ?? 1
}
