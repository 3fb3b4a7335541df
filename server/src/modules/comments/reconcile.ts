import { nobody } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { type Drift, driftsAfter, driftsAmong, lockCounts, writeCounts } from './store/counts.ts'

const batch = 2_000

/**
 * Compares the next 2,000 subjects' counts with a recount and heals what drifted; `last` is where the following slice begins.
 * A suspect is counted again behind the lock of its count, so that a change under way is never taken for drift.
 */
export async function reconcileSlice(
  { db, transact }: Pick<Host, 'db' | 'transact'>,
  after: string | null,
): Promise<{ drifts: Drift[]; last: string | null }> {
  const { drifts: suspects, last } = await driftsAfter({ sql: db.sql }, after, batch)
  if (suspects.length === 0) return { drifts: [], last }
  const ids = suspects.map(({ id }) => id)
  const drifts = await transact(nobody, async (ctx) => {
    await lockCounts(ctx, ids)
    const found = await driftsAmong(ctx, ids)
    await writeCounts(ctx, found)
    return found
  })
  return { drifts, last }
}
