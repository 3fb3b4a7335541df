import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Hash, http } from 'viem'
import { waitForTransactionReceipt } from 'viem/actions'
import { devnet } from '../chains.ts'
import type { SigningClient } from '../clients.ts'
import { deployContracts } from '../deploy.ts'
import { devnetAccount } from '../devnet/accounts.ts'
import { startAnvil } from '../devnet/anvil.ts'

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A client of the devnet that signs for its n-th account. */
export function clientFor(rpcUrl: string, index: number): SigningClient {
  const transport = http(rpcUrl, { retryCount: 0 })
  return createClient({ account: devnetAccount(index), chain: devnet, transport, pollingInterval: 20, cacheTime: 0 })
}

/** A fresh devnet with the contracts on it, in a folder that `stop` removes. */
export async function aChain() {
  const dataDir = await mkdtemp(join(tmpdir(), 'corefans-chain-'))
  const anvil = await startAnvil({ dataDir, port: await freePort() })
  const client = (index: number) => clientFor(anvil.rpcUrl, index)
  const { contracts } = await deployContracts(client(0))
  const mined = (hash: Hash) => waitForTransactionReceipt(client(0), { hash })
  const stop = async () => {
    await anvil.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { anvil, dataDir, client, contracts, mined, stop }
}

/** What `aChain` gives. */
export type TestChain = Awaited<ReturnType<typeof aChain>>
