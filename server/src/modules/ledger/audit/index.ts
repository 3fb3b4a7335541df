import type { Read } from '../../../kernel/ctx.ts'
import { bookedOn, inwardFaults, tipOf } from './booked-store.ts'
import { type Difference, differencesOf } from './differences.ts'
import { compareHoldings, type Shortfall, type Unlogged } from './holdings.ts'
import { type ReplayedChain, replay } from './replay.ts'

export { auditStatement } from './statement.ts'

/** What an audit found. `rows` and `short` are empty and all counts 0 if book and chain are one; `unlogged` is no fault. */
export type Audit = {
  block: string
  postings: number
  lost: number
  false: number
  double: number
  drift: number
  unbalanced: number
  drifted: number
  orphans: number
  rows: Difference[]
  short: Shortfall[]
  unlogged: Unlogged[]
}

type Options = { chainId: number; chain: ReplayedChain; onProgress?: (block: bigint) => void }

/**
 * Recomputes the whole book from the chain up to the block the inbox stands at, compares posting by posting, and asks the
 * contracts for what they hold.
 */
export async function auditLedger(read: Pick<Read, 'sql'>, { chainId, chain, onProgress = () => {} }: Options): Promise<Audit> {
  const block = await tipOf(read, chainId)
  const booked = await bookedOn(read, chainId)
  const replayed = await replay(chain, block, onProgress)
  const rows = differencesOf(replayed.postings, booked)
  const count = (what: Difference['what']) => rows.filter((row) => row.what === what).length
  return {
    block: block.toString(),
    postings: booked.length,
    lost: count('lost'),
    false: count('false'),
    double: count('double'),
    drift: count('drift'),
    ...(await inwardFaults(read)),
    rows,
    ...(await compareHoldings(chain.client, replayed, block)),
  }
}

/** Whether an audit found nothing. */
export function isClean(audit: Audit): boolean {
  return audit.rows.length + audit.short.length + audit.unbalanced + audit.drifted + audit.orphans === 0
}
