import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Null when a browser is there or could be made so; else why the trips cannot run. As root a missing browser is a failure. */
export function browserOrWhyNot(say) {
  const path = process.env.CHROMIUM_PATH || '/usr/bin/chromium'
  if (existsSync(path)) {
    process.env.CHROMIUM_PATH = path
    return null
  }
  if (process.getuid?.() !== 0) return `no browser at ${path}: install Chromium or set CHROMIUM_PATH`
  if (!existsSync('/usr/bin/apt-get')) throw new Error(`no browser at ${path}, and no apt-get here: install Chromium or set CHROMIUM_PATH`)
  say('installing Chromium (apt-get)')
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
  if (!apt('update') || !apt('install', '-y', 'chromium') || !existsSync('/usr/bin/chromium'))
    throw new Error('Chromium could not be installed; the words of apt-get are above')
  process.env.CHROMIUM_PATH = '/usr/bin/chromium'
  return null
}
