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
  await moveCounters(
    ctx,
    ids,
    moves.filter(({ by }) => by !== 0),
  )
  for (const { id, counts } of await storedCounters(ctx, ids))
    await ctx.emit({ type: 'profile.counted', accountId: id, counters: publicCounts(counts) })
}
