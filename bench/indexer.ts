// How fast a new server takes in a long past, and how far it lies behind a chain with a block a second.
import { createClient, http } from 'viem'
import { devnet } from '../chain/src/chains.ts'
import { devnetAccount } from '../chain/src/devnet/accounts.ts'
import { startAnvil } from '../chain/src/devnet/anvil.ts'
import { freePort } from '../server/src/embedded/free-port.ts'
import type { Db } from '../server/src/kernel/db.ts'
import { ask, live, openPast, type Past } from './chain-history.ts'
import { latencyOf } from './stats.ts'
import { aBenchDir, say, startBenchWorld } from './world.ts'

/** Six logs each: a tip has one, a trade two, a pass three. */
const handfuls = 8_500
const headBlocks = 20

type Opened = (stop: () => Promise<void>) => void

export async function indexer(opened: Opened): Promise<object> {
  const anvil = await startAnvil({ dataDir: aBenchDir(), port: await freePort() })
  opened(anvil.stop)
  const client = createClient({ chain: devnet, account: devnetAccount(0), transport: http(anvil.rpcUrl), pollingInterval: 20 })
  const past = await openPast(client, anvil.rpcUrl)
  await live(anvil.rpcUrl, past, handfuls)
  const { contracts, fromBlock } = past.deployed
  const started = performance.now()
  const world = await startBenchWorld({
    CHAIN_RPC_URL: anvil.rpcUrl,
    CHAIN_CONTRACTS: Object.entries(contracts)
      .map(([name, address]) => `${name}=${address}`)
      .join(','),
    CHAIN_FROM_BLOCK: fromBlock.toString(),
  })
  opened(world.stop)
  const up = performance.now()
  const behind = await caughtUp(world.db, await headAt(anvil.rpcUrl))
  const seconds = (performance.now() - up) / 1_000
  const [row] = await world.db.sql<{ logs: number; postings: number }>(
    `select (select count(*)::int from chain_logs) as logs, (select count(*)::int from ledger_postings) as postings`,
  )
  const logs = (row?.logs ?? 0) - behind
  say(`${row?.logs} logs in, ${Math.round(logs / seconds)} a second`)
  return {
    logs: row?.logs,
    postings: row?.postings,
    backfillPerSecond: Math.round(logs / seconds),
    startS: Math.round((up - started) / 100) / 10,
    lagMs: await lagAtHead(anvil.rpcUrl, world.db, past),
    target: { backfillPerSecond: 3_000, lagMs: 500 },
  }
}

const headAt = async (rpcUrl: string): Promise<number> => Number((await ask(rpcUrl, [{ method: 'eth_blockNumber', params: [] }]))[0])

const tipOf = async (db: Db): Promise<number> =>
  (await db.sql<{ tip: number }>(`select coalesce(max(number), 0)::int as tip from chain_blocks`))[0]?.tip ?? 0

/** Waits for a block to be in; answers how many logs were in already when the waiting began. */
async function caughtUp(db: Db, head: number): Promise<number> {
  const [before] = await db.sql<{ logs: number }>(`select count(*)::int as logs from chain_logs`)
  while ((await tipOf(db)) < head) await new Promise((done) => setTimeout(done, 20))
  return before?.logs ?? 0
}

/** From a block's appearance at the node to its being in the database, with payments in each block. */
async function lagAtHead(rpcUrl: string, db: Db, past: Past): Promise<object> {
  await ask(rpcUrl, [{ method: 'evm_setIntervalMining', params: [1] }])
  const born = new Map<number, number>()
  const lags: number[] = []
  let [seen, kept] = [await headAt(rpcUrl), await tipOf(db)]
  const last = seen + headBlocks
  for (let sentAt = 0; kept < last; await new Promise((done) => setTimeout(done, 5))) {
    const head = await headAt(rpcUrl)
    for (; seen < head; seen++) born.set(seen + 1, performance.now())
    const tip = await tipOf(db)
    for (; kept < tip; kept++) lags.push(performance.now() - (born.get(kept + 1) ?? performance.now()))
    if (sentAt === head) continue
    sentAt = head
    const calls = Array.from({ length: 10 }, past.calls).flat()
    await ask(
      rpcUrl,
      calls.map((call) => ({ method: 'eth_sendTransaction', params: [{ ...call, maxFeePerGas: '0x0', maxPriorityFeePerGas: '0x0' }] })),
    )
  }
  return latencyOf(lags)
}
