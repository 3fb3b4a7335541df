import type { Ctx, Read } from '../../kernel/ctx.ts'

type Sql = Pick<Read, 'sql' | 'chain'>

export type OrderRow = {
  id: string
  accountId: string
  maker: string
  collection: string
  scope: number
  tokenId: string | null
  tierId: number | null
  moves: number | null
  price: string
  token: `0x${string}` | null
  minExpiry: string
  deadline: Date
  deadlineS: string
  nonce: string
  counter: string
  signature: string
  createdAt: Date
  creatorWallet: string
}
export type AskRow = OrderRow & {
  tokenId: string
  moves: number
  expiresAt: Date | null
  royaltyBps: number
  passTier: number
  cursor: string
}
export type BidRow = OrderRow & { cursor: string }

const columns = `o.id, o.account_id as "accountId", o.maker, o.collection, o.scope, o.token_id::text as "tokenId", o.tier_id as "tierId", o.moves,
  o.price::text as price, o.token, o.min_expiry::text as "minExpiry", o.deadline, o.deadline_s::text as "deadlineS", o.nonce::text as nonce,
  o.counter::text as counter, o.signature, o.created_at as "createdAt", o.creator_wallet as "creatorWallet"`
const askColumns = `${columns}, o.expires_at as "expiresAt", o.royalty_bps as "royaltyBps", o.pass_tier as "passTier"`

export type NewOrder = Omit<OrderRow, 'createdAt' | 'creatorWallet' | 'accountId' | 'deadline'> & { kind: 'ask' | 'bid' }

/** Keeps an order; the same signed words are the same order, however often they come. */
export const insertOrder = (ctx: Ctx, account: string, order: NewOrder) =>
  ctx.sql<{ id: string }>(
    `insert into market_orders (id, chain_id, kind, account_id, maker, collection, scope, token_id, tier_id, moves, price, min_expiry, deadline,
            deadline_s, nonce, counter, signature, created_at, token)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, to_timestamp($13::numeric), $13, $14, $15, $16, $17, $18) on conflict (id) do nothing returning id`,
    [
      ...[
        order.id,
        ctx.chain.id,
        order.kind,
        account,
        order.maker,
        order.collection,
        order.scope,
        order.tokenId,
        order.tierId,
        order.moves,
      ],
      ...[order.price, order.minExpiry, order.deadlineS, order.nonce, order.counter, order.signature, ctx.now, order.token],
    ],
  )

/** Two listings of one pass are made one after the other, so that one of them stays. */
export const lockPass = (ctx: Ctx, { collection, tokenId }: { collection: string; tokenId: string }) =>
  ctx.sql(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`market ${collection}/${tokenId}`])

/** Older asks of the pass give way to the newest; answers how many did. */
export const replaceAsks = (ctx: Ctx, { id, collection, tokenId }: { id: string; collection: string; tokenId: string }) =>
  ctx.sql<{ id: string }>(
    `update market_orders set replaced_by = $1 where kind = 'ask' and collection = $2 and token_id = $3 and id <> $1 and replaced_by is null
     returning id`,
    [id, collection, tokenId],
  )

/** Asks of a pass that the chain would still fill, also those that a newer one replaced here. */
export const fillableAsks = (read: Sql, { collection, tokenId }: { collection: string; tokenId: string }) =>
  read.sql<{ id: string; price: string; token: string | null; nonce: string }>(
    `select o.id, o.price::text as price, o.token, o.nonce::text as nonce from market_orders o
       join pass_facts p on p.chain_id = o.chain_id and p.collection = o.collection and p.token_id = o.token_id
       left join market_wallets w on w.chain_id = o.chain_id and w.wallet = o.maker
      where o.chain_id = $1 and o.collection = $2 and o.token_id = $3 and o.kind = 'ask' and p.owner = o.maker and p.moves = o.moves
        and o.deadline >= app_now() and o.counter = coalesce(w.counter, 0) and not market_nonce_is_dead(o.chain_id, o.maker, o.nonce)`,
    [read.chain.id, collection, tokenId],
  )

export type ListingFilter = {
  creators?: readonly string[] | undefined
  tier?: number | undefined
  /** `native`, or the token's address; prices of several coins are not compared. */
  coin?: string | undefined
  priceMin?: string | undefined
  priceMax?: string | undefined
  daysLeft?: number | undefined
  sort: 'price' | '-price' | 'ending' | 'newest'
  after: { key: string; id: string } | null
  limit: number
}

// Prices in tokens stand after all in the native coin: two coins are not compared, and no price has 40 digits.
const apart = `case when o.token is null then 0 else 1${'0'.repeat(39)} end`
// A pass for life ends after all others.
const keys = {
  price: { key: `o.price + ${apart}`, direction: 'asc' },
  '-price': { key: `o.price - ${apart}`, direction: 'desc' },
  ending: { key: `coalesce(trunc(extract(epoch from o.expires_at)), 99999999999)`, direction: 'asc' },
  newest: { key: `trunc(extract(epoch from o.created_at) * 1000000)`, direction: 'desc' },
} as const

const orNull = <T>(value: T | undefined): T | null => value ?? null

export const liveAsks = (read: Sql, filter: ListingFilter) => {
  const { key, direction } = keys[filter.sort]
  const compare = direction === 'asc' ? '>' : '<'
  return read.sql<AskRow>(
    `select ${askColumns}, (${key})::text as cursor from market_live_asks o
      where o.chain_id = $1 and ($2::text[] is null or o.creator_wallet = any($2)) and ($3::bigint is null or o.pass_tier = $3)
        and ($4::numeric is null or o.price >= $4) and ($5::numeric is null or o.price <= $5)
        and ($6::int is null or o.expires_at is null or o.expires_at >= app_now() + $6 * interval '1 day')
        and ($7::numeric is null or (${key}, o.id) ${compare} ($7, $8))
        and ($10::text is null or coalesce(o.token, 'native') = $10)
      order by ${key} ${direction}, o.id ${direction} limit $9`,
    [
      ...[read.chain.id, ...[filter.creators, filter.tier, filter.priceMin, filter.priceMax, filter.daysLeft].map(orNull)],
      ...[filter.after?.key ?? null, filter.after?.id ?? null, filter.limit + 1, orNull(filter.coin)],
    ],
  )
}

export const liveAsksBy = (
  read: Sql,
  by: { ids?: readonly string[]; makers?: readonly string[]; pass?: { collection: string; tokenId: string } },
) =>
  read.sql<AskRow>(
    `select ${askColumns}, o.id as cursor from market_live_asks o where o.chain_id = $1
        and (o.id = any($2) or o.maker = any($3) or (o.collection = $4 and o.token_id = $5)) order by o.created_at desc limit 200`,
    [read.chain.id, by.ids ?? [], by.makers ?? [], by.pass?.collection ?? null, by.pass?.tokenId ?? null],
  )

type Page = { after: { key: string; id: string } | null; limit: number }
const bidKey = `trunc(extract(epoch from o.created_at) * 1000000)`

const bids = (read: Sql, where: string, values: unknown[], { after, limit }: Page) =>
  read.sql<BidRow>(
    `select ${columns}, (${bidKey})::text as cursor from market_live_bids o where ${where}
        and ($1::numeric is null or (${bidKey}, o.id) < ($1, $2)) order by ${bidKey} desc, o.id desc limit $3`,
    [after?.key ?? null, after?.id ?? null, limit + 1, ...values],
  )

export const bidsBy = (read: Sql, makers: readonly string[], page: Page) =>
  bids(read, `o.chain_id = $4 and o.maker = any($5)`, [read.chain.id, makers], page)

/** Live bids that a pass of these wallets could take, without those that the account declined or made. */
export const bidsFor = (read: Sql, { wallets, account }: { wallets: readonly string[]; account: string }, page: Page) =>
  bids(
    read,
    `o.chain_id = $4 and not o.maker = any($5) and not exists (select from market_declined d where d.order_id = o.id and d.account_id = $6)
      and exists (select from pass_facts p where p.chain_id = o.chain_id and p.collection = o.collection and p.owner = any($5) and ${takes})`,
    [read.chain.id, wallets, account],
    page,
  )

// The contract's rule for what a bid takes and from which pass.
export const takes = `p.active and not p.lent and p.flags & 1 = 0 and p.owner <> o.maker
  and (o.scope = 2 or o.scope = 1 and p.tier_id = o.tier_id or o.scope = 0 and p.token_id = o.token_id)
  and (p.expires_at is null or p.expires_at > app_now() and extract(epoch from p.expires_at) >= o.min_expiry)`

/** The best live bids that one pass could take. */
export const bidsOnPass = (read: Sql, { collection, tokenId, viewer }: { collection: string; tokenId: string; viewer: string | null }) =>
  read.sql<BidRow>(
    `select ${columns}, o.id as cursor from market_live_bids o join pass_facts p on p.chain_id = o.chain_id and p.collection = o.collection
      where o.chain_id = $1 and p.collection = $2 and p.token_id = $3 and ${takes}
        and not exists (select from market_declined d where d.order_id = o.id and d.account_id = $4)
      order by o.token nulls first, o.price desc, o.created_at limit 20`,
    [read.chain.id, collection, tokenId, viewer],
  )

export const liveBid = async (read: Sql, id: string) =>
  (
    await read.sql<BidRow>(`select ${columns}, o.id as cursor from market_live_bids o where o.chain_id = $1 and o.id = $2`, [
      read.chain.id,
      id,
    ])
  )[0]

/** Whether a live bid asks for a pass that one of these wallets holds. */
export const asksFor = async (read: Sql, id: string, wallets: readonly string[]): Promise<boolean> =>
  (
    await read.sql(
      `select 1 from market_live_bids o join pass_facts p on p.chain_id = o.chain_id and p.collection = o.collection
        where o.chain_id = $1 and o.id = $2 and p.owner = any($3) and ${takes} limit 1`,
      [read.chain.id, id, wallets],
    )
  ).length > 0

export const decline = (ctx: Ctx, order: string, account: string) =>
  ctx.sql(`insert into market_declined (order_id, account_id, at) values ($1, $2, $3) on conflict do nothing`, [order, account, ctx.now])

/** Who had offered most for the same, in the same coin, and less than this bid; nobody if somebody offers more still. */
export const outbidBy = (read: Sql, bid: Pick<BidRow, 'id' | 'accountId' | 'collection' | 'tokenId' | 'token' | 'price'>) =>
  read.sql<{ accountId: string }>(
    `select account_id as "accountId" from
       (select o.account_id, o.price, row_number() over (order by o.price desc, o.created_at) as place from market_live_bids o
         where o.chain_id = $1 and o.collection = $2 and o.token_id = $3 and o.token is not distinct from $4 and o.id <> $5) others
      where place = 1 and price < $6 and account_id <> $7`,
    [read.chain.id, bid.collection, bid.tokenId, bid.token, bid.id, bid.price, bid.accountId],
  )
