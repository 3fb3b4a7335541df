import type { Ctx } from '../../kernel/ctx.ts'
import { dataloader } from '../../kernel/dataloader.ts'

/** Moves the counts of subjects and answers the new ones. */
export async function moveTipCounts(ctx: Ctx, deltas: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const ids = [...deltas.keys()].sort()
  if (ids.length === 0) return new Map()
  const rows = await ctx.sql<{ id: string; tips: number }>(
    `insert into tip_counts as c (subject_id, tips) select s, greatest(d, 0) from unnest($1::uuid[], $2::int[]) as t(s, d)
     on conflict (subject_id) do update set tips = c.tips + ($2::int[])[array_position($1::uuid[], c.subject_id)] returning subject_id as id, tips`,
    [ids, ids.map((id) => deltas.get(id) ?? 0)],
  )
  return new Map(rows.map(({ id, tips }) => [id, tips]))
}
export const countsOf = dataloader<{ id: string; tips: number }>(
  (read, subjects) => read.sql(`select subject_id as id, tips from tip_counts where subject_id = any($1) and tips > 0`, [subjects]),
  (row) => row.id,
)
