import type { Ctx, Read } from '../../../kernel/ctx.ts'
import { dataloader } from '../../../kernel/dataloader.ts'

/** Moves the counts of subjects and answers the new ones; rows are taken in one order, and what is answered stands until the commit. */
export async function moveCounts(ctx: Ctx, deltas: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const ids = [...deltas.keys()].sort()
  if (ids.length === 0) return new Map()
  const rows = await ctx.sql<{ id: string; comments: number }>(
    `insert into comment_counts as c (subject_id, comments) select s, greatest(d, 0) from unnest($1::uuid[], $2::int[]) as t(s, d)
     on conflict (subject_id) do update set comments = c.comments + ($2::int[])[array_position($1::uuid[], c.subject_id)]
     returning subject_id as id, comments`,
    [ids, ids.map((id) => deltas.get(id) ?? 0)],
  )
  return new Map(rows.map(({ id, comments }) => [id, comments]))
}

/** How many stand on each subject; those without are absent. */
export const countsOf = dataloader<{ id: string; comments: number }>(
  (read, subjects) =>
    read.sql(`select subject_id as id, comments from comment_counts where subject_id = any($1) and comments > 0`, [subjects]),
  (row) => row.id,
)

export type Drift = { id: string; stored: number; recounted: number }
const recounted = `case s.kind when 'comment' then (select count(*) from comments r where r.parent_id = s.id and r.deleted_at is null)
  else (select coalesce(sum((t.deleted_at is null)::int + (select count(*) from comments r where r.parent_id = t.id and r.deleted_at is null)), 0)
          from comments t where t.subject_id = s.id and t.parent_id is null) end::int`

/** Those of the next subjects whose stored count is not what a recount gives; `last` is where the following slice begins. */
export async function driftsAfter(
  read: Pick<Read, 'sql'>,
  after: string | null,
  limit: number,
): Promise<{ drifts: Drift[]; last: string | null }> {
  const slice = await read.sql<{ id: string }>(`select id from subjects where $1::uuid is null or id > $1 order by id limit $2`, [
    after,
    limit,
  ])
  const ids = slice.map(({ id }) => id)
  return { drifts: await driftsAmong(read, ids), last: ids.length < limit ? null : (ids.at(-1) ?? null) }
}
export const driftsAmong = (read: Pick<Read, 'sql'>, ids: readonly string[]) =>
  read.sql<Drift>(
    `select * from (select s.id, coalesce(k.comments, 0) as stored, ${recounted} as recounted
       from subjects s left join comment_counts k on k.subject_id = s.id where s.id = any($1)) d where stored <> recounted`,
    [ids],
  )

/** Until the transaction ends nobody moves these counts; each has a row to hold. */
export async function lockCounts(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const inOrder = [...ids].sort()
  await ctx.sql(`insert into comment_counts (subject_id, comments) select i, 0 from unnest($1::uuid[]) i on conflict do nothing`, [inOrder])
  await ctx.sql(`select from comment_counts where subject_id = any($1) order by subject_id for update`, [inOrder])
}

/** Writes the true counts and keeps a record of the drifts. */
export async function writeCounts(ctx: Ctx, drifts: readonly Drift[]): Promise<void> {
  await ctx.sql(
    `with d as (select * from jsonb_to_recordset($1::jsonb) as d(id uuid, stored int, recounted int)),
          healed as (update comment_counts c set comments = d.recounted from d where c.subject_id = d.id)
     insert into comment_drifts (subject_id, stored, recounted, at) select id, stored, recounted, $2 from d`,
    [JSON.stringify(drifts), ctx.now],
  )
}
