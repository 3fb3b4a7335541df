// Measures gas from receipts on a fresh anvil, and code sizes, and compares with gas.json.
// `--check` exits 1 on any difference, so that the recorded figures never go stale. `--write` records them with the hash of
// the sources, which build.mjs --check compares; but no row that grew by more than 1 %, unless gas.json gives its reason and
// how far it may grow for it.
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { binaryOf, forge, here } from './forge.mjs'
import { measurePasses, startS } from './gas-passes.mjs'
import { measurePayments } from './gas-payments.mjs'
import { measureTokens, tokenContracts } from './gas-tokens.mjs'
import { sourceHash } from './sources.mjs'

const figures = join(here, 'gas.json')
const passContracts = ['AccessPass', 'PassFactory', 'PassMarket']
const payContracts = ['Payments', 'Escrow', 'TeamSplit', 'SplitFactory', 'SponsorForwarder']

function artifactOf(contract) {
  return JSON.parse(readFileSync(join(here, 'out', `${contract}.sol`, `${contract}.json`), 'utf8'))
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** All arguments of these contracts are words, so encoding is padding. */
function words(...values) {
  return values.map((value) => BigInt(value).toString(16).padStart(64, '0')).join('')
}

function rpcAt(url) {
  return async (method, ...params) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
    const headers = { 'content-type': 'application/json' }
    const { result, error } = await (await fetch(url, { method: 'POST', headers, body })).json()
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }
}

async function whenUp(rpc) {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      return await rpc('eth_accounts')
    } catch {
      await sleep(25)
    }
  }
  throw new Error('anvil did not start')
}

/** Sends and waits: automine answers the hash before the block is there. */
async function receiptOf(rpc, transaction) {
  const hash = await rpc('eth_sendTransaction', transaction)
  for (;;) {
    const receipt = await rpc('eth_getTransactionReceipt', hash)
    if (receipt) return receipt
    await sleep(5)
  }
}

/** A sender of one contract's calls: it answers the gas the receipt says. */
function callerOf(rpc, contract, to) {
  const ids = artifactOf(contract).methodIdentifiers
  const raw = async (from, signature, args, value = 0n) => {
    const data = `0x${ids[signature]}${args}`
    const receipt = await receiptOf(rpc, { from, to, data, value: `0x${value.toString(16)}` })
    if (receipt.status !== '0x1') throw new Error(`${signature} reverted`)
    return Number(receipt.gasUsed)
  }
  /** What is not a plain word comes encoded already, and last. */
  const padded = (args) => {
    const last = args.at(-1)
    const tail = typeof last === 'string' && last.startsWith('tail') ? last.slice(4) : ''
    return words(...(tail === '' ? args : args.slice(0, -1))) + tail
  }
  return Object.assign((from, signature, args, value) => raw(from, signature, padded(args), value), { raw })
}

/** What the tables of other contracts need to measure themselves on the same chain. */
function kitOf(rpc, accounts) {
  const deploy = async (contract, args) => {
    const data = artifactOf(contract).bytecode.object + words(...args)
    return (await receiptOf(rpc, { from: accounts[0], data })).contractAddress
  }
  return { deploy, callerOf: (contract, to) => callerOf(rpc, contract, to), words, accounts }
}

/** Deploys a contract whose constructor takes words; answers its address and the gas. */
function deployerOf(rpc) {
  return async (from, contract, ...args) => {
    const data = artifactOf(contract).bytecode.object + words(...args)
    const { contractAddress, gasUsed } = await receiptOf(rpc, { from, data })
    return { address: contractAddress, gas: Number(gasUsed) }
  }
}

/** A reader of one word from a contract's view. */
async function wordOf(rpc, contract, to, signature, ...args) {
  const data = `0x${artifactOf(contract).methodIdentifiers[signature]}${words(...args)}`
  return rpc('eth_call', { to, data }, 'latest')
}

async function measured() {
  const port = await freePort()
  const args = [
    '--port',
    String(port),
    '--silent',
    '--hardfork',
    'cancun',
    '--base-fee',
    '0',
    '--gas-price',
    '0',
    '--timestamp',
    String(startS),
  ]
  const anvil = spawn(binaryOf('anvil'), args, { stdio: 'ignore' })
  try {
    const rpc = rpcAt(`http://127.0.0.1:${port}`)
    const accounts = await whenUp(rpc)
    const kit = kitOf(rpc, accounts)
    const word = (contract, ...rest) => wordOf(rpc, contract, ...rest)
    const passes = { rpc, accounts, call: kit.callerOf, word, words, deploy: deployerOf(rpc) }
    const gas = await measurePasses(passes)
    Object.assign(gas, await measureTokens(rpc, { artifactOf, callerOf, receiptOf, words }))
    Object.assign(gas, await measurePayments(kit))
    const bytes = {}
    for (const contract of [...passContracts, ...payContracts, ...tokenContracts]) {
      bytes[contract] = (artifactOf(contract).deployedBytecode.object.length - 2) / 2
    }
    return { gas, bytes }
  } finally {
    anvil.kill()
  }
}

/** Which rows differ from what is recorded, those that are gone among them, and which of them grew without a reason. */
function compare(now, before) {
  const found = { stale: [], unexplained: [] }
  for (const kind of ['gas', 'bytes']) {
    for (const row of Object.keys({ ...before[kind], ...now[kind] })) {
      const [figure, old] = [now[kind][row], before[kind]?.[row]]
      const grew = old !== undefined && figure > old * 1.01
      if (figure !== old) found.stale.push(row)
      if (grew && !(figure <= before.reasons?.[row]?.upTo)) found.unexplained.push(row)
      console.log(`${kind} ${row.padEnd(30)} ${figure}${old === undefined ? '' : ` (was ${old})`}${grew ? ' WORSE' : ''}`)
    }
  }
  return found
}

/** Records the new figures beside the reasons that were given, or says what lacks one. */
function record(now, before, { unexplained }) {
  const next = { sources: sourceHash(), ...now, reasons: before.reasons ?? {} }
  if (unexplained.length === 0) return writeFileSync(figures, `${JSON.stringify(next, null, 2)}\n`)
  console.error(`grew by more than 1 % without a reason in gas.json: ${unexplained.join(', ')}`)
  process.exitCode = 1
}

// The only test contracts that it measures with; compiling all of them as they ship takes minutes.
process.exitCode = forge('build', '--quiet', 'src', 'test/mocks/Coin.sol', 'test/mocks/Refuser.sol')
if (process.exitCode === 0) {
  const now = await measured()
  const before = JSON.parse(readFileSync(figures, 'utf8'))
  const found = compare(now, before)
  if (process.argv.includes('--write')) record(now, before, found)
  if (process.argv.includes('--check') && found.stale.length > 0) {
    console.error(`gas.json is stale: ${found.stale.join(', ')}; run node contracts/gas.mjs --write`)
    process.exitCode = 1
  }
}
