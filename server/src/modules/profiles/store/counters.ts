import type { Ctx, Read } from '../../../kernel/ctx.ts'
import { allCounts, type Counts } from '../rules.ts'

type Sql = Pick<Read, 'sql'>
export type Drift = { accountId: string; stored: Counts; recounted: Counts }

/** The rows of an account as one object; null where it has none. */
export const countsOf = (account: string) =>
  `(select jsonb_object_agg(k.kind, k.n) from profile_counters k where k.account_id = ${account})`

export const accountIdsAfter = async (read: Sql, after: string | null, limit: number) =>
  (
    await read.sql<{ id: string }>(
      `select account_id as id from profiles where $1::uuid is null or account_id > $1 order by account_id limit $2`,
      [after, limit],
    )
  ).map((row) => row.id)

export const storedCounters = async (read: Sql, ids: readonly string[]): Promise<{ id: string; counts: Counts }[]> =>
  (
    await read.sql<{ id: string; counts: Record<string, number> | null }>(
      `select a as id, ${countsOf('a')} as counts from unnest($1::uuid[]) a`,
      [ids],
    )
  ).map(({ id, counts }) => ({ id, counts: allCounts(counts) }))

/** Moves counts while the profiles of `ids` are locked: until the transaction ends, nobody else moves any count of theirs. */
export async function moveCounters(
  ctx: Ctx,
  ids: readonly string[],
  moves: readonly { id: string; kind: string; by: number }[],
): Promise<void> {
  await ctx.sql(
    `with locked as (select account_id from profiles where account_id = any($1) order by account_id for no key update)
     insert into profile_counters as c (account_id, kind, n)
     select d.id, d.kind, d.by from unnest($2::uuid[], $3::text[], $4::int[]) as d(id, kind, by) join (select array_agg(account_id) as ids from locked) l on d.id = any(l.ids)
     on conflict (account_id, kind) do update set n = c.n + excluded.n`,
    [ids, moves.map(({ id }) => id), moves.map(({ kind }) => kind), moves.map(({ by }) => by)],
  )
}

export async function lockCounters(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.sql(`select 1 from profiles where account_id = any($1) order by account_id for no key update`, [ids])
}

export const countFollows = (read: Sql, ids: readonly string[]) =>
  read.sql<{ id: string; fans: number; following: number }>(
    `select a as id, (select count(*)::int from follows where followee_id = a) as fans, (select count(*)::int from follows where follower_id = a) as following from unnest($1::uuid[]) a`,
    [ids],
  )

/** Writes the true counts and keeps a record of the drift. */
export async function writeCounters(ctx: Ctx, { accountId, stored, recounted }: Drift): Promise<void> {
  await ctx.sql(
    `insert into profile_counters (account_id, kind, n) select $1, kind, n from unnest($2::text[], $3::int[]) as t(kind, n)
     on conflict (account_id, kind) do update set n = excluded.n`,
    [accountId, Object.keys(recounted), Object.values(recounted)],
  )
  await ctx.sql(`insert into counter_drifts (account_id, stored, recounted, at) values ($1, $2, $3, $4)`, [
    accountId,
    JSON.stringify(stored),
    JSON.stringify(recounted),
    ctx.now,
  ])
}
