import type { Read } from '../../kernel/ctx.ts'
import type { Sql } from '../../kernel/db.ts'
import { deadAfterS } from '../../kernel/processes.ts'
import type { Here } from './rules.ts'

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

/** Says how present somebody is in one process. */
export async function keepHere(sql: Sql, processId: string | null, account: string, here: Here): Promise<void> {
  if (here === 'offline') await sql(`delete from presence_here where process_id = $1 and account_id = $2`, [processId, account])
  else
    await sql(
      `insert into presence_here (process_id, account_id, state)
       select p.id, a.id, $3 from processes p, accounts a where p.id = $1 and a.id = $2
       on conflict (account_id, process_id) do update set state = excluded.state`,
      [processId, account, here],
    )
}

/** How present each of these is, in the process where they are most; who is nowhere is left out. */
export async function hereAmong(read: Pick<Read, 'sql'>, ids: readonly string[]): Promise<Map<string, Here>> {
  const rows = await read.sql<{ id: string; state: Here }>(
    `select account_id as id, max(state) as state from presence_here h join processes p on p.id = h.process_id
      where account_id = any($1) and p.seen_at > now() - ${deadAfterS} * interval '1 second' group by account_id`,
    [ids],
  )
  return new Map(rows.map(({ id, state }) => [id, state]))
}
