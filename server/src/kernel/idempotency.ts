import { createHash } from 'node:crypto'
import type { Ctx } from './ctx.ts'
import { http } from './problems.ts'

export type IdempotencyKey = { account: string; key: string }
export type Answer = { status: number; body: unknown }

/**
 * The first answer to a key is the answer to every later call with it, in the same transaction as what it did:
 * a crash between commit and reply loses nothing. A concurrent call waits on the key's row. A problem stores nothing.
 */
export async function answerOnce(ctx: Ctx, key: IdempotencyKey, request: unknown, run: () => Promise<Answer>): Promise<Answer> {
  const hash = createHash('sha256').update(JSON.stringify(request)).digest()
  const fresh = await ctx.sql(
    `insert into idempotency_keys (account_id, key, request_hash, at) values ($1, $2, $3, $4) on conflict do nothing returning 1`,
    [key.account, key.key, hash, ctx.now],
  )
  if (fresh.length === 0) return replay(ctx, key, hash)
  const answer = await run()
  await ctx.sql(`update idempotency_keys set status = $3, body = $4 where account_id = $1 and key = $2`, [
    key.account,
    key.key,
    answer.status,
    JSON.stringify(answer.body),
  ])
  return answer
}

async function replay(ctx: Ctx, { account, key }: IdempotencyKey, hash: Buffer): Promise<Answer> {
  const [kept] = await ctx.sql<{ request_hash: Buffer; status: number; body: string }>(
    `select request_hash, status, body from idempotency_keys where account_id = $1 and key = $2`,
    [account, key],
  )
  if (!kept?.request_hash.equals(hash)) throw http['idempotency-conflict']()
  return { status: kept.status, body: JSON.parse(kept.body) as unknown }
}
