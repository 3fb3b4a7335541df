import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { guard } from './guardian.ts'
import { keepCopyOf, mendStateFile } from './state-file.ts'

/** Where the devnet keeps its state and where it listens; the caller chooses a free port. `genesis` dates a new chain. */
export type AnvilOptions = { dataDir: string; port: number; host?: string; chainId?: number; genesis?: Date }

/** A running devnet; `gone` resolves when its process ended however it went, `stop` once its state is on disk too. */
export type Anvil = { rpcUrl: string; pid: number; gone: Promise<void>; stop: () => Promise<void> }

const START_TIMEOUT_MS = 20_000
const STOP_TIMEOUT_MS = 20_000

/** Starts a chain that mines each transaction at once and survives restarts; it dies with us, even by SIGKILL. */
export async function startAnvil({ dataDir, port, host = '127.0.0.1', chainId = 31337, genesis }: AnvilOptions): Promise<Anvil> {
  await mustBeFree(port, host)
  mkdirSync(dataDir, { recursive: true })
  const statePath = join(dataDir, 'state.json')
  await mendStateFile(statePath)
  const birth = genesis && !existsSync(statePath) ? ['--timestamp', String(Math.floor(genesis.getTime() / 1000))] : []
  const child = spawn(anvilBinary(), [...argsOf({ dataDir, port, host, chainId }), ...birth], { detached: true, stdio: 'ignore' })
  await once(child, 'spawn')
  const pid = child.pid
  if (pid === undefined) throw new Error('anvil has no process id')
  const guardian = guard(pid)
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const keeper = keepCopyOf(statePath)
  // A pid is given to others once its process is gone, so the guardian must not outlive it.
  void gone.then(guardian.release).then(keeper.stop)
  child.unref()
  const rpcUrl = `http://${host}:${port}`
  const stop = () => end(child, gone)
  try {
    await whenUp(child, rpcUrl, chainId)
    await resumeClock(rpcUrl)
  } catch (error) {
    await stop()
    throw error
  }
  return { rpcUrl, pid, gone, stop }
}

/** Whoever listens already would answer in place of our anvil, so look before starting it. */
async function mustBeFree(port: number, host: string): Promise<void> {
  const probe = createServer().listen(port, host)
  await once(probe, 'listening')
  probe.close()
  await once(probe, 'close')
}

function argsOf({ dataDir, port, host, chainId }: Required<Omit<AnvilOptions, 'genesis'>>): string[] {
  return [
    ...['--host', host, '--port', String(port), '--chain-id', String(chainId)],
    ...['--state', join(dataDir, 'state.json'), '--state-interval', '1'],
    // Else old states go to the home folder.
    ...['--cache-path', join(dataDir, 'cache')],
    // Core runs Cancun with a base fee of 0; so a new wallet needs no money to move.
    ...['--hardfork', 'cancun', '--block-base-fee-per-gas', '0', '--disable-min-priority-fee'],
    // The base fee leaves 0 when a block is over half full: make blocks so large that it never is.
    ...['--gas-limit', '100000000'],
    '--silent',
  ]
}

/** The binary npm installed for this machine; npx would add seconds to each start. */
function anvilBinary(): string {
  const os = process.platform
  const cpu = process.arch === 'x64' ? 'amd64' : process.arch
  const name = `@foundry-rs/anvil-${os}-${cpu}/package.json`
  const require = createRequire(createRequire(import.meta.url).resolve('@foundry-rs/anvil/package.json'))
  return join(dirname(require.resolve(name)), 'bin', os === 'win32' ? 'anvil.exe' : 'anvil')
}

async function whenUp(child: ChildProcess, rpcUrl: string, chainId: number): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`anvil ended with ${child.exitCode} before it answered`)
    if ((await chainIdAt(rpcUrl)) === chainId) return
    await sleep(20)
  }
  throw new Error(`anvil did not answer at ${rpcUrl} within ${START_TIMEOUT_MS} ms`)
}

async function chainIdAt(rpcUrl: string): Promise<number | null> {
  // Not listening yet is the expected answer here; the deadline above turns it into an error.
  return ask(rpcUrl, 'eth_chainId').then(Number, () => null)
}

/** A restarted anvil goes back to the wall clock: after time was moved forward, lapsed passes would live again. */
async function resumeClock(rpcUrl: string): Promise<void> {
  const { timestamp } = (await ask(rpcUrl, 'eth_getBlockByNumber', 'latest', false)) as { timestamp: string }
  const aheadS = Number(timestamp) - Math.floor(Date.now() / 1000)
  if (aheadS > 0) await ask(rpcUrl, 'evm_increaseTime', aheadS)
}

async function ask(rpcUrl: string, method: string, ...params: readonly unknown[]): Promise<unknown> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(rpcUrl, { method: 'POST', headers, body, signal: AbortSignal.timeout(5_000) })
  const answer = (await response.json()) as { result?: unknown; error?: { message: string } }
  if (answer.error) throw new Error(`${method}: ${answer.error.message}`)
  return answer.result
}

async function end(child: ChildProcess, gone: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.ref()
  // On SIGTERM anvil writes its state and leaves; SIGKILL is for one that hangs, and loses at most the last second.
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
  await gone
  clearTimeout(timer)
}
