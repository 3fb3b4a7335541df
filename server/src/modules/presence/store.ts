import type { Read } from '../../kernel/ctx.ts'
import type { Sql } from '../../kernel/db.ts'

/** When each account was last here, cut to the minute: nobody learns more than that. */
export const lastSeen = (read: Pick<Read, 'sql'>, ids: readonly string[]) =>
  read.sql<{ id: string; at: Date }>(`select account_id as id, date_trunc('minute', at) as at from last_seen where account_id = any($1)`, [
    ids,
  ])

export async function noteSeen(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql(
    `insert into last_seen (account_id, at) select id, app_now() from unnest($1::uuid[]) id join accounts using (id)
     on conflict (account_id) do update set at = excluded.at where last_seen.at < excluded.at`,
    [ids],
  )
}
