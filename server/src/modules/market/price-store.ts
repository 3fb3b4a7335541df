import { resaleParts } from '@corefans/chain/fees.ts'
import type { Read } from '../../kernel/ctx.ts'
import { takes } from './order-store.ts'

/** What a pass would bring its seller after fee and royalty, in one coin: by an offer, or at the price of the cheapest listing. */
export type PassPrice = { by: 'offer' | 'floor'; coin: string; net: bigint }

type Row = { asset: string; by: PassPrice['by'] | null; coin: string | null; price: string | null; royaltyBps: number }

/**
 * What the market says of each pass that these wallets own and could sell now, as `collection/id`: its best offer and the
 * floor of its tier in each coin; neither counts their own orders. A pass that nobody names a price for has none.
 */
export async function pricesOfPasses(read: Read, wallets: readonly string[]): Promise<Map<string, PassPrice[]>> {
  const rows = await read.sql<Row>(
    `with mine as (select * from pass_facts p where p.chain_id = $1 and p.owner = any($2) and p.active and not p.lent and p.flags & 1 = 0),
          bids as (select p.collection, p.token_id, o.token, max(o.price) as price
                     from mine p join market_live_bids o on o.chain_id = p.chain_id and o.collection = p.collection
                    where o.maker <> all($2) and ${takes}
                      and not exists (select from market_declined d where d.order_id = o.id and d.account_id = $3) group by 1, 2, 3),
          floors as (select p.collection, p.token_id, o.token, min(o.price) as price
                       from mine p join market_live_asks o on o.chain_id = p.chain_id and o.collection = p.collection and o.pass_tier = p.tier_id
                      where o.maker <> all($2) group by 1, 2, 3),
          named as (select 'offer' as by, * from bids union all select 'floor', * from floors)
     select p.collection || '/' || p.token_id as asset, n.by, coalesce(n.token, 'native') as coin, n.price::text as price,
            p.royalty_bps as "royaltyBps"
       from mine p left join named n on n.collection = p.collection and n.token_id = p.token_id`,
    [read.chain.id, wallets, read.actor],
  )
  const prices = new Map<string, PassPrice[]>()
  for (const { asset, by, coin, price, royaltyBps } of rows) {
    const known = prices.get(asset) ?? []
    if (by !== null && coin !== null && price !== null) known.push({ by, coin, net: resaleParts(BigInt(price), royaltyBps).net })
    prices.set(asset, known)
  }
  return prices
}
