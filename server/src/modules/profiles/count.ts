import type { Ctx } from '../../kernel/ctx.ts'
import { type CounterKind, publicCounts } from './rules.ts'
import { moveCounters, storedCounters } from './store/counters.ts'

/**
 * Moves counters of accounts by deltas, in the transaction of what is counted, and tells open pages the new values. An
 * account's profile is locked meanwhile, in id order: two transactions cannot wait for each other, and what is told is whole.
 */
export async function count(ctx: Ctx, deltas: ReadonlyMap<string, Partial<Record<CounterKind, number>>>): Promise<void> {
  const ids = [...deltas.keys()].sort()
  if (ids.length === 0) return
  const moves = ids.flatMap((id) => Object.entries(deltas.get(id) ?? {}).map(([kind, by]) => ({ id, kind, by })))
  const moved = moveCounters(
    ctx,
    ids,
    moves.filter(({ by }) => by !== 0),
  )
  // Both leave at once. A statement of its own reads them: after the wait for the lock it sees what the transaction before left.
  const [stored] = await Promise.all([storedCounters(ctx, ids), moved])
  for (const { id, counts } of stored) await ctx.emit({ type: 'profile.counted', accountId: id, counters: publicCounts(counts) })
}
