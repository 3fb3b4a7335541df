import type { Address, Hash, Hex } from 'viem'
import { getBlock, getBlockNumber } from 'viem/actions'
import type { SigningClient } from '../../chain/src/clients.ts'
import { databaseOf, pause } from '../../server/src/crash/child.ts'
import { openDb } from '../../server/src/kernel/db.ts'

/** Far below the deepest reorg that the server follows. */
const deepest = 20
const patienceMs = 10_000

type Mined = { hash: Hash; from: Address; raw: Hex }

/** How many of the newest blocks to replace, so that at least one transaction that is booked stands in them; null if none comes in time. */
export async function bookedDepth(client: SigningClient, dataDir: string): Promise<number | null> {
  for (const until = performance.now() + patienceMs; performance.now() < until; await pause(100)) {
    const head = Number(await getBlockNumber(client, { cacheTime: 0 }))
    const depth = 1 + Math.floor(Math.random() * deepest)
    if ((await bookedAbove(dataDir, head - depth)) > 0) return depth
  }
  return null
}

/** Transactions in the blocks above this one that the book has a standing posting of. A server that was just killed has no answer. */
async function bookedAbove(dataDir: string, block: number): Promise<number> {
  try {
    const db = openDb(databaseOf(dataDir), 1)
    try {
      const [row] = await db.sql<{ n: number }>(
        `select count(distinct tx_hash) as n from ledger_postings where block_number > $1 and reverses is null and reversed_by is null`,
        [block],
      )
      return row?.n ?? 0
    } finally {
      await db.close()
    }
  } catch {
    return 0
  }
}

/**
 * Replaces so many blocks by as many new ones. Of each wallet's transactions in them the first few come again, each in a
 * block of its own choice but in their order, as after a real reorg; the rest are lost. Answers how many were taken back,
 * or null where the node refused.
 */
export async function reorganise(client: SigningClient, depth: number): Promise<{ takenBack: number; again: number } | null> {
  const mined = await minedIn(client, depth)
  const again = returning(mined)
  const places = again.map(() => Math.floor(Math.random() * depth)).sort((a, b) => a - b)
  const pairs = again.map(({ raw }, i) => [raw, places[i]])
  const went = await client.request({ method: 'anvil_reorg' as never, params: [depth, pairs] as never }).then(
    () => true,
    () => false,
  )
  return went ? { takenBack: mined.length, again: again.length } : null
}

async function minedIn(client: SigningClient, depth: number): Promise<Mined[]> {
  const head = await getBlockNumber(client, { cacheTime: 0 })
  const mined: Mined[] = []
  for (let number = head - BigInt(depth) + 1n; number <= head; number++) {
    const { transactions } = await getBlock(client, { blockNumber: number, includeTransactions: true })
    for (const { hash, from } of transactions) {
      const raw = await client.request({ method: 'debug_getRawTransaction' as never, params: [hash] as never })
      mined.push({ hash, from, raw: raw as Hex })
    }
  }
  return mined
}

/** A transaction whose predecessor is lost can never stand again: its number would be too high. */
function returning(mined: readonly Mined[]): Mined[] {
  const lost = new Set<Address>()
  return mined.filter(({ from }) => {
    if (Math.random() < 0.3) lost.add(from)
    return !lost.has(from)
  })
}
