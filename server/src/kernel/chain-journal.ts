import type { Ctx } from './ctx.ts'
import type { InboxLog } from './ports/chain.ts'
import type { Projection } from './ports/chain-subscriber.ts'

/**
 * What rows of projections were before each run of blocks that was taken in at once (`chain_journal`, written by triggers of
 * the tables). A reorg puts them back, so that it costs what its runs touched, however long the history below them is.
 */

/** From now on, in this transaction, changed rows are noted for the run that begins at this block; null ends it. */
export const noteFor = (ctx: Ctx, run: bigint | null) =>
  ctx.sql(`select set_config('corefans.chain_run', $1, true)`, [run?.toString() ?? ''])

/** Forgets runs of which no block is kept any more. */
export const pruneJournal = (ctx: Ctx) =>
  ctx.sql(
    `delete from chain_journal where chain_id = $1
        and run < coalesce((select min(b.run) from chain_blocks b where b.chain_id = $1), 9223372036854775807)`,
    [ctx.chain.id],
  )

/** The block at which the oldest run begins that has blocks above this one, or null where only the logs can tell. */
export async function reachOf(ctx: Ctx, above: bigint): Promise<bigint | null> {
  const [row] = await ctx.sql<{ reach: string | null }>(`select chain_journal_reach($1, $2)::text as reach`, [
    ctx.chain.id,
    above.toString(),
  ])
  return row?.reach ? BigInt(row.reach) : null
}

/** Before a replay: nothing noted counts any more, so the next reorg of these blocks asks the logs too; and it takes the time it takes. */
export async function beginReplay(ctx: Ctx): Promise<void> {
  await ctx.sql(`select set_config(name, '0', true) from unnest(array['statement_timeout', 'idle_in_transaction_session_timeout']) name`)
  await ctx.sql(`delete from chain_journal where chain_id = $1`, [ctx.chain.id])
  await ctx.sql(`update chain_blocks set run = null where chain_id = $1 and run is not null`, [ctx.chain.id])
}

/** Puts a projection back to before the run, then lets it follow again those logs of the run that are still true. */
export async function restore(
  ctx: Ctx,
  { tables, project }: Projection,
  { run, logs }: { run: bigint; logs: readonly InboxLog[] },
): Promise<void> {
  await ctx.sql(`select chain_journal_restore($1, t::regclass, $3) from unnest($2::text[]) t`, [ctx.chain.id, tables, run.toString()])
  if (logs.length === 0) return
  await noteFor(ctx, run)
  await project(ctx, logs)
  await noteFor(ctx, null)
}
