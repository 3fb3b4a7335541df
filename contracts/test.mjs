// Runs the Solidity tests; further words go to forge, for example `node contracts/test.mjs --match-test royalty`. They are
// compiled by the test profile (foundry.toml); `--shipped` as the first word compiles them as they ship, in minutes.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { forge, here } from './forge.mjs'
import { compiledBefore, keep } from './kept.mjs'

/** The tests prove sources; what chain/src holds of them must be made from the same ones. */
const isShippedFresh = () => spawnSync(process.execPath, [join(here, 'build.mjs'), '--check'], { stdio: 'inherit' }).status === 0

function quick(words) {
  const { env, isTaken } = compiledBefore()
  if (isTaken) console.log('compiled before by another clone of the same sources')
  Object.assign(process.env, { FOUNDRY_PROFILE: 'test', ...env })
  const status = forge('test', ...words)
  if (status === 0 && words.length === 0) keep()
  return status
}

const words = process.argv.slice(2)
const status = words[0] === '--shipped' ? forge('test', ...words.slice(1)) : quick(words)
process.exitCode = isShippedFresh() ? status : 1
