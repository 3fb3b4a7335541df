import { join } from 'node:path'
import { devnet } from '@corefans/chain/chains.ts'
import { deployContracts } from '@corefans/chain/deploy.ts'
import { startAnvil } from '@corefans/chain/devnet/anvil.ts'
import { setClock } from '@corefans/chain/devnet/clock.ts'
import { getBlock } from 'viem/actions'
import { ownerClient, reading } from '../demo/chain.ts'
import type { Db } from '../kernel/db.ts'
import type { ChainSettings } from '../kernel/open-house.ts'
import { freePort } from './free-port.ts'
import { lowerCase } from './outside-chain.ts'

export type EmbeddedChain = { settings: ChainSettings; stop: () => Promise<void> }

/**
 * Starts the devnet with its state under `dataDir`, its clock at the database's, and the contracts in place. A new chain
 * may be born in the past, so that a demo world can have one.
 */
export async function startChain(dataDir: string, db: Db, bornDaysAgo = 0): Promise<EmbeddedChain> {
  const genesis = new Date(Date.now() - bornDaysAgo * 86_400_000)
  const anvil = await startAnvil({ dataDir: join(dataDir, 'chain'), port: await freePort(), ...(bornDaysAgo > 0 ? { genesis } : {}) })
  try {
    await meetClock(anvil.rpcUrl, db)
    const { contracts, fromBlock } = await deployContracts(ownerClient(anvil.rpcUrl))
    const settings = {
      id: devnet.id,
      name: devnet.name,
      symbol: devnet.nativeCurrency.symbol,
      explorerUrl: null,
      confirmations: 1,
      contracts: lowerCase(contracts),
      rpcUrl: anvil.rpcUrl,
      witnessUrls: [],
      fromBlock,
    }
    return { settings, stop: anvil.stop }
  } catch (err) {
    await anvil.stop()
    throw err
  }
}

/** A demo clock that was moved before the last stop moves the chain again: its process forgets. */
async function meetClock(rpcUrl: string, db: Db): Promise<void> {
  const [row] = await db.sql<{ offsetMs: number; nowS: number }>(
    `select offset_ms as "offsetMs", extract(epoch from app_now())::bigint as "nowS" from demo_clock`,
  )
  if (!row || row.offsetMs === 0) return
  const { timestamp } = await getBlock(reading(rpcUrl))
  if (BigInt(row.nowS) > timestamp) await setClock(reading(rpcUrl), BigInt(row.nowS))
}
