import type { Ctx } from '../../../kernel/ctx.ts'

export type ChallengeKind = 'siwe' | 'passkey-sign-up' | 'passkey-sign-in' | 'passkey-add'

export async function insertChallenge(
  ctx: Ctx,
  challenge: { nonce: string; kind: ChallengeKind; account: string | null; expiresAt: Date },
): Promise<void> {
  await ctx.sql(`insert into challenges (nonce, kind, account_id, expires_at) values ($1, $2, $3, $4)`, [
    challenge.nonce,
    challenge.kind,
    challenge.account,
    challenge.expiresAt,
  ])
}

/** True once for each challenge that is ours, of this kind, made for this account (or for nobody yet) and not expired. */
export async function useChallenge(ctx: Ctx, nonce: string, kind: ChallengeKind): Promise<boolean> {
  const rows = await ctx.sql(
    `delete from challenges where nonce = $1 and kind = $2 and expires_at > $3 and account_id is not distinct from $4::uuid returning 1`,
    [nonce, kind, ctx.now, ctx.actor],
  )
  return rows.length === 1
}

export async function deleteOldChallenges(ctx: Ctx): Promise<void> {
  await ctx.sql(`delete from challenges where expires_at < $1`, [ctx.now])
}
