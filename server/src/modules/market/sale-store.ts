import type { Read } from '../../kernel/ctx.ts'

type Sql = Pick<Read, 'sql' | 'chain'>

export type StatsRow = { floor: string | null; listed: number; volume: string; sales: number; last: string | null }

type Scope = { creators?: readonly string[] | undefined; tier?: number | undefined }
type Page = { after: { key: string; id: string } | null; limit: number }

/** Floor and listings of now; volume and sales of all time: in one coin, `native` or a token's address. */
export const statsOf = async (read: Sql, { creators, tier, coin }: Scope & { coin: string }): Promise<StatsRow> => {
  const inScope = (wallet: string, tierColumn: string) =>
    `($2::text[] is null or ${wallet} = any($2)) and ($3::bigint is null or ${tierColumn} = $3)`
  const [row] = await read.sql<StatsRow>(
    `with asks as (select price from market_live_asks o where o.chain_id = $1 and coalesce(o.token, 'native') = $4 and ${inScope('o.creator_wallet', 'o.pass_tier')}),
          sold as (select s.price, s.at, s.position_in_tx, s.block_number from market_sales s
                     join pass_collections c on c.chain_id = s.chain_id and c.address = s.collection
                    where s.chain_id = $1 and coalesce(s.token, 'native') = $4 and ${inScope('c.creator_wallet', 's.tier_id')})
     select (select min(price)::text from asks) as floor, (select count(*)::int from asks) as listed,
            (select coalesce(sum(price), 0)::text from sold) as volume, (select count(*)::int from sold) as sales,
            (select price::text from sold order by block_number desc, position_in_tx desc limit 1) as last`,
    [read.chain.id, creators ?? null, tier ?? null, coin],
  )
  return row ?? { floor: null, listed: 0, volume: '0', sales: 0, last: null }
}

export type SaleStored = {
  txHash: string
  collection: string
  tokenId: string
  tierId: number
  seller: string
  buyer: string
  token: string | null
  price: string
  fee: string
  royalty: string
  at: Date
  creatorWallet: string
  key: string
}

/** Resales in coins that we know, newest first; the cursor is block and position, which order them as the chain does. */
export const salesOf = (
  read: Sql,
  {
    creators,
    tier,
    coins,
    collection,
    tokenId,
    after,
    limit,
  }: Scope & {
    coins: readonly string[]
    collection?: string | undefined
    tokenId?: string | undefined
  } & Page,
) =>
  read.sql<SaleStored>(
    `select s.tx_hash as "txHash", s.collection, s.token_id::text as "tokenId", s.tier_id as "tierId", s.seller, s.buyer, s.token,
            s.price::text as price, s.fee::text as fee, s.royalty::text as royalty, s.at, c.creator_wallet as "creatorWallet",
            (s.block_number * 1000000 + s.position_in_tx)::text as key
       from market_sales s join pass_collections c on c.chain_id = s.chain_id and c.address = s.collection
      where s.chain_id = $1 and ($2::text[] is null or c.creator_wallet = any($2)) and ($3::bigint is null or s.tier_id = $3)
        and ($4::text is null or s.collection = $4) and ($5::numeric is null or s.token_id = $5)
        and ($6::numeric is null or (s.block_number * 1000000 + s.position_in_tx, s.tx_hash) < ($6, $7))
        and coalesce(s.token, 'native') = any($9)
      order by s.block_number * 1000000 + s.position_in_tx desc, s.tx_hash desc limit $8`,
    [
      read.chain.id,
      creators ?? null,
      tier ?? null,
      collection ?? null,
      tokenId ?? null,
      after?.key ?? null,
      after?.id ?? null,
      limit + 1,
      coins,
    ],
  )
