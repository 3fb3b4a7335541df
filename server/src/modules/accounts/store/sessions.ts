import type { Ctx, Read } from '../../../kernel/ctx.ts'
import type { Sql } from '../../../kernel/db.ts'

export type SessionRow = { id: string; device: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date }

export async function insertSession(
  ctx: Ctx,
  session: { tokenHash: Buffer; account: string; device: string; expiresAt: Date },
): Promise<string> {
  const [row] = await ctx.sql<{ id: string }>(
    `insert into sessions (token_hash, account_id, device, created_at, last_seen_at, expires_at) values ($1, $2, $3, $4, $4, $5) returning id`,
    [session.tokenHash, session.account, session.device, ctx.now, session.expiresAt],
  )
  return (row as { id: string }).id
}

export const sessionsOf = (ctx: Read, account: string): Promise<SessionRow[]> =>
  ctx.sql<SessionRow>(
    `select id, device, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt"
       from sessions where account_id = $1 and expires_at > app_now() order by last_seen_at desc, id limit 50`,
    [account],
  )

/** Whether a session was opened less than so long ago. */
export const isSessionYoung = async (read: Read, id: string, ageMs: number): Promise<boolean> =>
  (await read.sql(`select 1 from sessions where id = $1 and created_at >= app_now() - $2 * interval '1 millisecond'`, [id, ageMs])).length >
  0

/** Deletes one session of the account, or all but `keep`; answers what was deleted. */
export async function deleteSessions(
  ctx: Ctx,
  account: string,
  which: { only?: string | undefined; keep?: string | null | undefined },
): Promise<string[]> {
  const rows = await ctx.sql<{ id: string }>(
    `delete from sessions where account_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3) returning id`,
    [account, which.only ?? null, which.keep ?? null],
  )
  return rows.map((row) => row.id)
}

/** Live sessions by token hash (hex), for many at once; the visit is noted at most every five minutes. */
export async function findSessions(sql: Sql, hashes: readonly Buffer[]): Promise<Map<string, { account: string; session: string }>> {
  const rows = await sql<{ hash: string; account: string; session: string; stale: boolean }>(
    `select encode(token_hash, 'hex') as hash, account_id as account, id as session, last_seen_at < app_now() - interval '5 minutes' as stale
       from sessions where token_hash = any($1) and expires_at > app_now()`,
    [hashes],
  )
  const stale = rows.filter((row) => row.stale).map((row) => row.session)
  if (stale.length > 0) await sql(`update sessions set last_seen_at = app_now() where id = any($1)`, [stale])
  return new Map(rows.map((row) => [row.hash, { account: row.account, session: row.session }]))
}

/** Which of these sessions are live. */
export async function openAmong(sql: Sql, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sql<{ id: string }>(`select id from sessions where id = any($1) and expires_at > app_now()`, [ids])
  return new Set(rows.map((row) => row.id))
}
