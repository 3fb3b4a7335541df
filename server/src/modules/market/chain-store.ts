import type { Ctx, Read } from '../../kernel/ctx.ts'
import { maskBytes, type SaleRow, type WalletState } from './projection.ts'

type Sql = Pick<Read, 'sql' | 'chain'>

/** What follows from the chain's logs alone, and from nothing that people write. */
export const projectedTables = ['market_wallets', 'market_dead_nonces', 'market_sales'] as const

const fromBytes = (hex: string): bigint => BigInt(`0x${hex.match(/../g)?.reverse().join('') ?? '0'}`)

/** What we know of these wallets: two statements. Those we do not know begin at zero. */
export async function walletsNow(read: Sql, wallets: readonly string[]): Promise<Map<string, WalletState>> {
  const rows = await read.sql<{ wallet: string; counter: string; funds: string }>(
    `select wallet, counter::text, funds_wei::text as funds from market_wallets where chain_id = $1 and wallet = any($2)`,
    [read.chain.id, wallets],
  )
  const masks = await read.sql<{ wallet: string; word: string; mask: string }>(
    `select wallet, word::text, encode(mask, 'hex') as mask from market_dead_nonces where chain_id = $1 and wallet = any($2)`,
    [read.chain.id, wallets],
  )
  const states = new Map(wallets.map((wallet) => [wallet, { wallet, counter: 0n, fundsWei: 0n, masks: new Map<bigint, bigint>() }]))
  for (const { wallet, counter, funds } of rows)
    Object.assign(states.get(wallet) ?? {}, { counter: BigInt(counter), fundsWei: BigInt(funds) })
  for (const { wallet, word, mask } of masks) states.get(wallet)?.masks.set(BigInt(word), fromBytes(mask))
  return states
}

/** Writes wallets in two statements. */
export async function keepWallets(ctx: Ctx, states: Iterable<WalletState>): Promise<void> {
  const all = [...states]
  const wallets = all.map(({ wallet, counter, fundsWei }) => ({ wallet, counter: counter.toString(), funds: fundsWei.toString() }))
  await ctx.sql(
    `insert into market_wallets (chain_id, wallet, counter, funds_wei)
     select $1, w.wallet, w.counter, w.funds from jsonb_to_recordset($2::jsonb) as w(wallet text, counter numeric, funds numeric)
     on conflict (chain_id, wallet) do update set counter = excluded.counter, funds_wei = excluded.funds_wei`,
    [ctx.chain.id, JSON.stringify(wallets)],
  )
  const masks = all.flatMap(({ wallet, masks: own }) =>
    [...own].map(([word, mask]) => ({ wallet, word: word.toString(), mask: maskBytes(mask) })),
  )
  if (masks.length === 0) return
  await ctx.sql(
    `insert into market_dead_nonces (chain_id, wallet, word, mask)
     select $1, m.wallet, m.word, decode(m.mask, 'hex') from jsonb_to_recordset($2::jsonb) as m(wallet text, word numeric, mask text)
     on conflict (chain_id, wallet, word) do update set mask = excluded.mask`,
    [ctx.chain.id, JSON.stringify(masks)],
  )
}

export async function forgetWallets(ctx: Ctx, wallets: readonly string[]): Promise<void> {
  await ctx.sql(`delete from market_dead_nonces where chain_id = $1 and wallet = any($2)`, [ctx.chain.id, wallets])
  await ctx.sql(`delete from market_wallets where chain_id = $1 and wallet = any($2)`, [ctx.chain.id, wallets])
}

/** Keeps resales of passes; answers those, for a foreign contract may call itself a collection. */
export async function insertSales(ctx: Ctx, sales: readonly SaleRow[]): Promise<SaleRow[]> {
  const kept = await ctx.sql<{ txHash: string; position: number }>(
    `insert into market_sales (chain_id, tx_hash, position_in_tx, block_number, at, order_id, collection, token_id, tier_id, seller, buyer,
            token, price, fee, royalty_to, royalty, flags)
     select $1, s."txHash", s.position, s.block, to_timestamp(s.at), s."order", s.collection, s."tokenId", s."tierId", s.seller, s.buyer,
            s.token, s.price, s.fee, s."royaltyTo", s.royalty, s.flags
       from jsonb_to_recordset($2::jsonb) as s("txHash" text, position int, block bigint, at bigint, "order" text, collection text,
            "tokenId" numeric, "tierId" bigint, seller text, buyer text, token text, price numeric, fee numeric, "royaltyTo" text,
            royalty numeric, flags int)
      where exists (select from pass_collections c where c.chain_id = $1 and c.address = s.collection)
     on conflict do nothing returning tx_hash as "txHash", position_in_tx as position`,
    [ctx.chain.id, JSON.stringify(sales)],
  )
  const keys = new Set(kept.map(({ txHash, position }) => `${txHash} ${position}`))
  return sales.filter(({ txHash, position }) => keys.has(`${txHash} ${position}`))
}

export async function deleteSales(ctx: Ctx, gone: readonly { txHash: string; positionInTx: number }[]): Promise<void> {
  await ctx.sql(
    `delete from market_sales s using jsonb_to_recordset($2::jsonb) as g("txHash" text, "positionInTx" int)
      where s.chain_id = $1 and s.tx_hash = g."txHash" and s.position_in_tx = g."positionInTx"`,
    [ctx.chain.id, JSON.stringify(gone)],
  )
}

export type EndedRow = { id: string; collection: string; tokenId: string; price: string; token: string | null }

/** Listings of these passes and makers that died with the block; each is answered once. */
export const endListings = (
  ctx: Ctx,
  touched: { passes: readonly { collection: string; id: string }[]; makers: readonly string[]; block: bigint },
) =>
  ctx.sql<EndedRow>(
    `update market_orders o set ended_at = $4, ended_block = $5
      where o.chain_id = $1 and o.kind = 'ask' and o.ended_at is null and o.replaced_by is null
        and (o.maker = any($3) or exists (select from jsonb_to_recordset($2::jsonb) as p(collection text, id numeric)
              where p.collection = o.collection and p.id = o.token_id))
        and not exists (select from market_live_asks l where l.id = o.id)
      returning o.id, o.collection, o.token_id::text as "tokenId", o.price::text as price, o.token`,
    [ctx.chain.id, JSON.stringify(touched.passes), touched.makers, ctx.now, touched.block.toString()],
  )

/** After a reorg from this block on: listings that had died with its blocks and live again may be told of again. */
export const reviveListings = (ctx: Ctx, from: bigint) =>
  ctx.sql<EndedRow>(
    `update market_orders o set ended_at = null, ended_block = null
      where o.chain_id = $1 and o.ended_block >= $2 and exists (select from market_live_asks l where l.id = o.id)
      returning o.id, o.collection, o.token_id::text as "tokenId", o.price::text as price, o.token`,
    [ctx.chain.id, from.toString()],
  )
