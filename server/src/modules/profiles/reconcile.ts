import { type Ctx, nobody, type Read } from '../../kernel/ctx.ts'
import type { Host, Recount } from '../../kernel/host.ts'
import { allCounts, type Counts, counterKinds, publicCounts } from './rules.ts'
import { accountIdsAfter, countFollows, type Drift, lockCounters, storedCounters, writeCounters } from './store/counters.ts'

const batch = 2_000

type Reconciling = Pick<Host, 'db' | 'transact' | 'recounts' | 'log'>

/** Compares every stored counter with a recount and heals what drifted; answers what it healed. */
export async function reconcile(host: Reconciling): Promise<Drift[]> {
  const drifts: Drift[] = []
  for (let after: string | null = null; ; ) {
    const slice = await reconcileSlice(host, after)
    drifts.push(...slice.drifts)
    if (slice.last === null) return drifts
    after = slice.last
  }
}

/**
 * The same for the next 2,000 accounts; `last` is where the following slice begins, null after the end.
 * A suspect is counted again behind the lock of its profile, so that a change under way is never taken for drift.
 */
export async function reconcileSlice(host: Reconciling, after: string | null): Promise<{ drifts: Drift[]; last: string | null }> {
  const read: Pick<Read, 'sql'> = { sql: host.db.sql }
  const ids = await accountIdsAfter(read, after, batch)
  const suspects = differing(await storedCounters(read, ids), await recountAll(read, host.recounts, ids)).map((drift) => drift.accountId)
  const drifts = suspects.length > 0 ? await host.transact(nobody, (ctx) => settle(ctx, host.recounts, suspects)) : []
  return { drifts, last: ids.length < batch ? null : (ids.at(-1) ?? null) }
}

async function settle(ctx: Ctx, recounts: readonly Recount[], suspects: readonly string[]): Promise<Drift[]> {
  await lockCounters(ctx, suspects)
  const drifts = differing(await storedCounters(ctx, suspects), await recountAll(ctx, recounts, suspects))
  for (const drift of drifts) {
    await writeCounters(ctx, drift)
    await ctx.emit({ type: 'profile.counted', accountId: drift.accountId, counters: publicCounts(drift.recounted) })
  }
  return drifts
}

async function recountAll(
  read: Pick<Read, 'sql'>,
  recounts: readonly Recount[],
  ids: readonly string[],
): Promise<Map<string, Record<string, number>>> {
  const totals = new Map(ids.map((id) => [id, {} as Record<string, number>]))
  for (const recount of recounts) for (const [id, counts] of await recount(read, ids)) Object.assign(totals.get(id) ?? {}, counts)
  return totals
}

function differing(stored: readonly { id: string; counts: Counts }[], recounted: ReadonlyMap<string, Record<string, number>>): Drift[] {
  return stored.flatMap(({ id, counts }) => {
    const truth = allCounts(recounted.get(id))
    return counterKinds.every((kind) => counts[kind] === truth[kind]) ? [] : [{ accountId: id, stored: counts, recounted: truth }]
  })
}

export const recountFollows: Recount = async (read, ids) =>
  new Map((await countFollows(read, ids)).map(({ id, ...counts }) => [id, counts]))
