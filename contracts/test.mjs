// Runs the Solidity tests; further words go to forge, for example `node contracts/test.mjs --match-test royalty`.
import { forge } from './forge.mjs'

process.exitCode = forge('test', ...process.argv.slice(2))
