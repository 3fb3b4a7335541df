import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getBlock } from 'viem/actions'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deployContracts } from '../deploy.ts'
import { clientFor, freePort } from '../testing/test-chain.ts'
import { devnetAddresses } from './addresses.ts'
import { startAnvil } from './anvil.ts'
import { advanceClock, setClock } from './clock.ts'
import { guard } from './guardian.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'corefans-anvil-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const head = (rpcUrl: string) => getBlock(clientFor(rpcUrl, 0), { blockTag: 'latest' })

test('blocks, contracts and addresses survive a restart, and a second deployment changes nothing', async () => {
  const first = await startAnvil({ dataDir, port: await freePort() })
  const deployed = await deployContracts(clientFor(first.rpcUrl, 0))
  expect(deployed.contracts).toEqual(devnetAddresses().contracts)
  const before = await head(first.rpcUrl)
  await first.stop()
  expect(isAlive(first.pid)).toBe(false)
  const second = await startAnvil({ dataDir, port: await freePort() })
  expect((await head(second.rpcUrl)).hash).toBe(before.hash)
  expect(await deployContracts(clientFor(second.rpcUrl, 0))).toEqual(deployed)
  expect((await head(second.rpcUrl)).hash).toBe(before.hash)
  await second.stop()
})

test('the clock moves forward, and onward from there', async () => {
  const { rpcUrl, stop } = await startAnvil({ dataDir, port: await freePort() })
  const client = clientFor(rpcUrl, 0)
  const { timestamp } = await head(rpcUrl)
  await advanceClock(client, 86_400_000)
  const later = (await head(rpcUrl)).timestamp
  expect(later).toBeGreaterThanOrEqual(timestamp + 86_400n)
  await setClock(client, later + 1_000_000n)
  expect((await head(rpcUrl)).timestamp).toBe(later + 1_000_000n)
  await advanceClock(client, 1_000)
  expect((await head(rpcUrl)).timestamp).toBeGreaterThan(later + 1_000_000n)
  await expect(setClock(client, 1n)).rejects.toThrow()
  await stop()
})

test('the clock does not fall back when the devnet restarts', async () => {
  const first = await startAnvil({ dataDir, port: await freePort() })
  await advanceClock(clientFor(first.rpcUrl, 0), 86_400_000)
  const before = await head(first.rpcUrl)
  await first.stop()
  const second = await startAnvil({ dataDir, port: await freePort() })
  await advanceClock(clientFor(second.rpcUrl, 0), 1_000)
  expect((await head(second.rpcUrl)).timestamp).toBeGreaterThan(before.timestamp)
  await second.stop()
})

test('anvil dies with us even when we are killed, and its state is on disk', async () => {
  const port = await freePort()
  const module = join(import.meta.dirname, 'anvil.ts')
  const script = `import { startAnvil } from ${JSON.stringify(module)}
    const { pid } = await startAnvil({ dataDir: ${JSON.stringify(dataDir)}, port: ${port} })
    console.log(pid); setInterval(() => undefined, 1000)`
  const args = ['--import', 'tsx', '--input-type=module', '-e', script]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const pid = Number(line.toString())
  const before = await head(`http://127.0.0.1:${port}`)
  child.kill('SIGKILL')
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  const again = await startAnvil({ dataDir, port: await freePort() })
  expect((await head(again.rpcUrl)).hash).toBe(before.hash)
  await again.stop()
})

test('a released guardian leaves its ward alone', async () => {
  const ward = spawn('sleep', ['60'])
  const guardian = guard(ward.pid ?? 0)
  guardian.release()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(ward.exitCode).toBeNull()
  expect(ward.signalCode).toBeNull()
  ward.kill('SIGKILL')
})

test('a port that is taken is an error, not a hang', async () => {
  const port = await freePort()
  const first = await startAnvil({ dataDir, port })
  await expect(startAnvil({ dataDir: join(dataDir, 'other'), port })).rejects.toThrow(/EADDRINUSE/)
  await first.stop()
})
