// What a block explorer needs to verify a contract: the compiler's standard input with the contract's own sources and
// the settings of foundry.toml. The bytecode carries no metadata, so names of files do not change it.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { here } from './forge.mjs'

const settingsText = readFileSync(join(here, 'foundry.toml'), 'utf8')
const settingOf = (name) => new RegExp(`^${name} = "?([^"\\n]+)"?$`, 'm').exec(settingsText)?.[1]

/** The optimizer's runs of one contract: foundry.toml restricts some. */
const runsOf = (name) =>
  Number(new RegExp(`paths = "${name}", optimizer_runs = (\\d+)`).exec(settingsText)?.[1] ?? settingOf('optimizer_runs'))

function pathOf(name) {
  return name.startsWith('solady/') ? join(here, '..', 'node_modules', 'solady', 'src', name.slice(7)) : join(here, name)
}

/** Names are as imports resolve them: src/… for ours, solady/… for the library. */
function gather(name, sources) {
  if (name in sources) return
  const content = readFileSync(pathOf(name), 'utf8')
  sources[name] = { content }
  for (const [, wanted] of content.matchAll(/^import\s[^;]*?"([^"]+)";/gm)) {
    gather(wanted.startsWith('.') ? join(dirname(name), wanted).replaceAll('\\', '/') : wanted, sources)
  }
}

/** The standard input of one contract in src. */
export function standardJson(contract) {
  const name = `src/${contract}.sol`
  if (!existsSync(join(here, name))) throw new Error(`no ${name}`)
  const sources = {}
  gather(name, sources)
  const settings = {
    evmVersion: settingOf('evm_version'),
    viaIR: settingOf('via_ir') === 'true',
    optimizer: { enabled: settingOf('optimizer') === 'true', runs: runsOf(name) },
    metadata: { bytecodeHash: settingOf('bytecode_hash'), appendCBOR: settingOf('cbor_metadata') === 'true' },
    outputSelection: { [name]: { [contract]: ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object'] } },
  }
  return { language: 'Solidity', sources, settings }
}
