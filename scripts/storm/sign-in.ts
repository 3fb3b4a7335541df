import { createHash, randomUUID } from 'node:crypto'
import type { Db } from '../../server/src/kernel/db.ts'

/** An account with this wallet and an open session, made by SQL: storm and race are not about sign-up. */
export async function signedIn(db: Db, { wallet, name, port }: { wallet: string; name: string; port: number }): Promise<string> {
  const token = randomUUID()
  await db.sql(
    `with a as (insert into accounts (created_at) values (now()) returning id),
       p as (insert into profiles (account_id, handle, name, joined_at) select id, $1, $1, now() from a),
       c as (insert into profile_counters (account_id, kind, n) select id, 'fans', 0 from a),
       w as (insert into wallets (address, account_id, kind, linked_at, is_primary) select $2, id, 'browser', now(), true from a)
     insert into sessions (token_hash, account_id, device, created_at, last_seen_at, expires_at)
     select $3, id, 'storm', now(), now(), now() + interval '1 day' from a`,
    [name, wallet, createHash('sha256').update(token).digest()],
  )
  return `corefans_${port}=${token}`
}
