import type { Ctx, Read } from '../../kernel/ctx.ts'
import { cursorAt, type Place } from '../../kernel/cursor.ts'
import { dataloader, pairKey, pairsOf } from '../../kernel/dataloader.ts'

export type How = 'block' | 'mute'
const tables = {
  block: { name: 'blocks', by: 'blocker_id', whom: 'blocked_id' },
  mute: { name: 'mutes', by: 'muter_id', whom: 'muted_id' },
} as const

/** False when it stood already. */
export async function insert(ctx: Ctx, how: How, by: string, whom: string): Promise<boolean> {
  const { name } = tables[how]
  return (await ctx.sql(`insert into ${name} values ($1, $2, $3) on conflict do nothing returning 1`, [by, whom, ctx.now])).length === 1
}

/** False when there was none. */
export async function remove(ctx: Ctx, how: How, by: string, whom: string): Promise<boolean> {
  const table = tables[how]
  const rows = await ctx.sql(`delete from ${table.name} where ${table.by} = $1 and ${table.whom} = $2 returning 1`, [by, whom])
  return rows.length === 1
}

export type ShunnedRow = { id: string; at: Date; cursorAt: string }
export const listOf = (read: Read, how: How, by: string, { place, limit }: { place: Place | null; limit: number }) => {
  const table = tables[how]
  return read.sql<ShunnedRow>(
    `select ${table.whom} as id, at, ${cursorAt('at')} as "cursorAt" from ${table.name}
      where ${table.by} = $1 and ($2::timestamptz is null or (at, ${table.whom}) < ($2, $3::uuid)) order by at desc, ${table.whom} desc limit $4`,
    [by, place?.at ?? null, place?.id ?? null, limit + 1],
  )
}

const pairs = (how: How) => {
  const { name, by, whom } = tables[how]
  return dataloader<{ by: string; whom: string }>(
    (read, keys) =>
      read.sql(
        `select ${by} as by, ${whom} as whom from ${name} join unnest($1::uuid[], $2::uuid[]) as q(a, b) on ${by} = a and ${whom} = b`,
        pairsOf(keys),
      ),
    ({ by, whom }) => pairKey(by, whom),
  )
}
export const findBlocks = pairs('block')
export const findMutes = pairs('mute')

/** Until the transaction ends nobody else blocks or follows between these two. */
export const lockPair = (ctx: Ctx, a: string, b: string) =>
  ctx.sql(`select pg_advisory_xact_lock(hashtext('safety'), hashtext($1))`, [[a, b].sort().join(' ')])
