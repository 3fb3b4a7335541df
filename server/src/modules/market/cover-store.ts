import type { Ctx, Read } from '../../kernel/ctx.ts'

/** What a wallet holds of a token, and how much of it the market may take. */
export type Cover = { wallet: string; token: string; balance: bigint; allowed: bigint }

/** Keeps answers of the chain. */
export async function keepCovers(ctx: Ctx, covers: readonly Cover[]): Promise<void> {
  const rows = covers.map((cover) => ({ ...cover, balance: cover.balance.toString(), allowed: cover.allowed.toString() }))
  await ctx.sql(
    `insert into market_cover (chain_id, wallet, token, balance, allowed, asked_at)
     select $1, c.wallet, c.token, c.balance, c.allowed, $3
       from jsonb_to_recordset($2::jsonb) as c(wallet text, token text, balance numeric, allowed numeric)
     on conflict (chain_id, wallet, token) do update set balance = excluded.balance, allowed = excluded.allowed, asked_at = excluded.asked_at`,
    [ctx.chain.id, JSON.stringify(rows), ctx.now],
  )
}

/** Nothing that these wallets offer in tokens counts until the chain is asked again; answers whether any of them offers. */
export const forgetCovers = async (ctx: Ctx, wallets: readonly string[]): Promise<boolean> =>
  (
    await ctx.sql(`update market_cover set asked_at = null where chain_id = $1 and wallet = any($2) returning wallet`, [
      ctx.chain.id,
      wallets,
    ])
  ).length > 0

/** Wallets to ask about: those that were forgotten, then those whose answer is old and whose offers may stand. */
export const staleCovers = async (read: Pick<Read, 'sql' | 'chain'>): Promise<string[]> =>
  (
    await read.sql<{ wallet: string }>(
      `select f.wallet from market_cover f
        where f.chain_id = $1 and (f.asked_at is null or f.asked_at < app_now() - interval '30 seconds')
          and exists (select from market_orders o where o.chain_id = f.chain_id and o.kind = 'bid' and o.maker = f.wallet
                         and o.token = f.token and o.deadline >= app_now())
        order by f.asked_at nulls first limit 100`,
      [read.chain.id],
    )
  ).map(({ wallet }) => wallet)
