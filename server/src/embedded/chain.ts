import { join } from 'node:path'
import { devnet } from '@corefans/chain/chains.ts'
import { deployContracts } from '@corefans/chain/deploy.ts'
import { type Anvil, startAnvil } from '@corefans/chain/devnet/anvil.ts'
import { setClock } from '@corefans/chain/devnet/clock.ts'
import { getBlock } from 'viem/actions'
import { ownerClient, reading } from '../demo/chain.ts'
import type { Db } from '../kernel/db.ts'
import type { ChainSettings } from '../kernel/open-host.ts'
import { freePort } from './free-port.ts'
import { lowerCase } from './outside-chain.ts'
import { supervise } from './supervise.ts'

/** `pid` is the devnet that runs now: one that is killed is started again at the same address with the state it last wrote. */
export type EmbeddedChain = { settings: ChainSettings; pid: () => number; restarts: () => number; stop: () => Promise<void> }

/**
 * Starts the devnet with its state under `dataDir`, its clock at the database's, and the contracts in place. A new chain
 * may be born in the past, so that a demo world can have one.
 */
export async function startChain(dataDir: string, db: Db, { bornDaysAgo = 0, say = () => {} }: Birth = {}): Promise<EmbeddedChain> {
  const genesis = new Date(Date.now() - bornDaysAgo * 86_400_000)
  const options = { dataDir: join(dataDir, 'chain'), port: await freePort(), ...(bornDaysAgo > 0 ? { genesis } : {}) }
  // Deployment changes nothing where the contracts stand; a chain that fell before its first state was written has none.
  const start = async (): Promise<Started> => {
    const anvil = await startAnvil(options)
    try {
      await meetClock(anvil.rpcUrl, db)
      return { ...anvil, ...(await deployContracts(ownerClient(anvil.rpcUrl))) }
    } catch (err) {
      await anvil.stop()
      throw err
    }
  }
  const first = await start()
  const supervised = supervise(first, start, (words) => say(`the embedded chain ${words}`))
  return { settings: settingsOf(first), ...supervised }
}

type Birth = { bornDaysAgo?: number; say?: (words: string) => void }
type Started = Anvil & Awaited<ReturnType<typeof deployContracts>>

const settingsOf = ({ rpcUrl, contracts, fromBlock }: Started): ChainSettings => ({
  id: devnet.id,
  name: devnet.name,
  symbol: devnet.nativeCurrency.symbol,
  explorerUrl: null,
  confirmations: 1,
  contracts: lowerCase(contracts),
  rpcUrl,
  witnessUrls: [],
  fromBlock,
})

/** A demo clock that was moved before the last stop moves the chain again: its process forgets. */
async function meetClock(rpcUrl: string, db: Db): Promise<void> {
  const [row] = await db.sql<{ offsetMs: number; nowS: number }>(
    `select offset_ms as "offsetMs", extract(epoch from app_now())::bigint as "nowS" from demo_clock`,
  )
  if (!row || row.offsetMs === 0) return
  const { timestamp } = await getBlock(reading(rpcUrl))
  if (BigInt(row.nowS) > timestamp) await setClock(reading(rpcUrl), BigInt(row.nowS))
}
