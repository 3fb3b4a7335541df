import type { Ctx, Read } from '../../../kernel/ctx.ts'
import type { Promised } from './types.ts'

type Sql = Pick<Read, 'sql' | 'chain'>
type TermsRow = {
  wallet: string
  name: string
  symbol: string
  preset: number
  creatorBps: number
  lockSeconds: number
  validUntilS: string
  nonce: string
  signature: string
}

/** What an account has signed, if it still counts: not expired, not revoked, and the wallet still its own. */
export async function standingTerms(read: Sql, account: string, wallets: readonly string[]): Promise<Promised | null> {
  const [row] = await read.sql<TermsRow>(
    `select t.wallet, t.name, t.symbol, t.preset, t.creator_bps as "creatorBps", t.lock_s as "lockSeconds", extract(epoch from t.valid_until)::bigint::text as "validUntilS",
       t.nonce::text, t.signature from token_terms t left join token_revocations r on r.chain_id = t.chain_id and r.wallet = t.wallet
      where t.account_id = $1 and t.chain_id = $2 and t.wallet = any($3) and t.valid_until > app_now() and t.nonce = coalesce(r.nonce, 0)`,
    [account, read.chain.id, wallets],
  )
  if (!row) return null
  const { wallet, validUntilS, nonce, signature, ...terms } = row
  return { wallet, signature, terms, validUntilS: BigInt(validUntilS), nonce: BigInt(nonce) }
}

export const revocationsOf = async (read: Sql, wallet: string): Promise<bigint> =>
  BigInt(
    (
      await read.sql<{ nonce: string }>(`select nonce::text from token_revocations where chain_id = $1 and wallet = $2`, [
        read.chain.id,
        wallet,
      ])
    )[0]?.nonce ?? 0,
  )

export async function putTerms(ctx: Ctx, account: string, { wallet, terms, ...rest }: Promised): Promise<void> {
  await ctx.sql(
    `insert into token_terms (account_id, chain_id, wallet, name, symbol, preset, creator_bps, lock_s, valid_until, nonce, signature, signed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9::bigint), $10, $11, $12)
     on conflict (account_id) do update set chain_id = excluded.chain_id, wallet = excluded.wallet, name = excluded.name, symbol = excluded.symbol, preset = excluded.preset,
       creator_bps = excluded.creator_bps, lock_s = excluded.lock_s, valid_until = excluded.valid_until, nonce = excluded.nonce, signature = excluded.signature, signed_at = excluded.signed_at`,
    [
      ...[account, ctx.chain.id, wallet, terms.name, terms.symbol, terms.preset, terms.creatorBps, terms.lockSeconds],
      ...[rest.validUntilS.toString(), rest.nonce.toString(), rest.signature, ctx.now],
    ],
  )
}
