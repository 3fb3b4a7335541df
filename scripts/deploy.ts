// npm run deploy -- --chain 1114 --dry-run [--owner 0x…] [--fees-to 0x…] [--out folder]
// The dry run needs neither key nor network: it rehearses on a throwaway chain with that id and prints what would be
// sent. Without --dry-run it deploys with DEPLOYER_KEY over RPC_URL; the same owner gives the same addresses.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chainOf } from '@corefans/chain/chains.ts'
import { deployContracts } from '@corefans/chain/deploy.ts'
import { CREATE2_DEPLOYER, type Deployment, type PlannedContract, planDeployment } from '@corefans/chain/deployment.ts'
import { devnetAccount } from '@corefans/chain/devnet/accounts.ts'
import { startAnvil } from '@corefans/chain/devnet/anvil.ts'
import { type Address, concatHex, createClient, getAddress, type Hex, http, isAddress, isHex, keccak256, zeroHash } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { getCode, sendTransaction, waitForTransactionReceipt } from 'viem/actions'
import { standardJson } from '../contracts/standard-json.mjs'

const options = {
  chain: { type: 'string' },
  'dry-run': { type: 'boolean' },
  owner: { type: 'string' },
  'fees-to': { type: 'string' },
  out: { type: 'string' },
} as const
const { values } = parseArgs({ options })
const chain = chainOf(Number(values.chain))
if (!chain) fail('--chain must be 1116, 1114 or 31337')

function fail(why: string): never {
  console.error(why)
  process.exit(2)
}

function addressFrom(name: string, text: string): Address {
  return isAddress(text, { strict: false }) ? getAddress(text) : fail(`${name} is not an address`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : fail('no port')
}

type Rehearsed = PlannedContract & { gas: bigint; codeHash: Hex; bytes: number }

/** Sends the plan to a chain of our own with the same id: gas and code are those of the real one. */
async function rehearse(planned: readonly PlannedContract[], chainId: number): Promise<Rehearsed[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'corefans-deploy-'))
  const anvil = await startAnvil({ dataDir, port: await freePort(), chainId })
  try {
    const account = devnetAccount(0)
    const client = createClient({
      account,
      chain: { ...(chain ?? fail('')), id: chainId },
      transport: http(anvil.rpcUrl),
      pollingInterval: 20,
    })
    const done: Rehearsed[] = []
    for (const one of planned) {
      const data = concatHex([zeroHash, one.initCode])
      const hash = await sendTransaction(client, { to: CREATE2_DEPLOYER, data, maxFeePerGas: 0n, maxPriorityFeePerGas: 0n })
      const { gasUsed } = await waitForTransactionReceipt(client, { hash })
      const code = await getCode(client, { address: one.address })
      if (code === undefined) throw new Error(`${one.name} refuses to be deployed on chain ${chainId}`)
      done.push({ ...one, gas: gasUsed, codeHash: keccak256(code), bytes: code.length / 2 - 1 })
    }
    return done
  } finally {
    await anvil.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const contractOf = (name: string): string => (name === 'testUsd' ? 'TestUSD' : name.replace(/^./, (first) => first.toUpperCase()))

function verification(name: string, folder: string): string {
  const text = JSON.stringify(standardJson(contractOf(name)))
  const path = join(folder, `${contractOf(name)}.json`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, text)
  return `${path} sha256 ${createHash('sha256').update(text).digest('hex')}`
}

async function dryRun(chainId: number): Promise<void> {
  const placeholder = devnetAccount(0).address
  const owner = values.owner ? addressFrom('--owner', values.owner) : placeholder
  const deployment: Deployment = { owner, feeRecipient: values['fees-to'] ? addressFrom('--fees-to', values['fees-to']) : owner }
  console.log(
    `chain ${chainId}, owner ${owner}${values.owner ? '' : ' (a placeholder: addresses change with --owner)'}, fees to ${deployment.feeRecipient}`,
  )
  const folder = values.out ?? join(tmpdir(), `corefans-verify-${chainId}`)
  const rehearsed = await rehearse(planDeployment(deployment, chainId === 31337), chainId)
  for (const { name, args, address, initCode, codeHash, bytes, gas } of rehearsed) {
    console.log(`\n${contractOf(name)} at ${address}`)
    console.log(`  arguments       ${args.length === 0 ? 'none' : args.join(' ')}`)
    console.log(`  salt, from      ${zeroHash}, ${CREATE2_DEPLOYER}`)
    console.log(`  init code hash  ${keccak256(initCode)}`)
    console.log(`  code hash       ${codeHash} (${bytes} bytes)`)
    console.log(`  gas             ${gas}`)
    console.log(`  verify          solc 0.8.37, standard input ${verification(name, folder)}`)
  }
  console.log(
    JSON.stringify({ chain: chainId, contracts: rehearsed.length, gas: Number(rehearsed.reduce((sum, { gas }) => sum + gas, 0n)) }),
  )
}

async function deploy(): Promise<void> {
  const { DEPLOYER_KEY: key, RPC_URL: url } = process.env
  if (!isHex(key) || !url) fail('DEPLOYER_KEY and RPC_URL must be set; --dry-run needs neither')
  const account = privateKeyToAccount(key)
  const client = createClient({ account, chain: chain ?? fail(''), transport: http(url) })
  const owner = values.owner ? addressFrom('--owner', values.owner) : account.address
  const feeRecipient = values['fees-to'] ? addressFrom('--fees-to', values['fees-to']) : owner
  const { contracts, fromBlock } = await deployContracts(client, { owner, feeRecipient })
  console.log(JSON.stringify({ chain: client.chain.id, contracts, fromBlock: Number(fromBlock) }))
}

await (values['dry-run'] ? dryRun(chain.id) : deploy())
process.exit(0)
