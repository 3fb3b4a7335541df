import { TIER_FLAGS } from '@corefans/chain/pass-id.ts'
import type { Ctx, Read } from '../../kernel/ctx.ts'
import { dataloader } from '../../kernel/dataloader.ts'

type Sql = Pick<Read, 'sql' | 'chain'>
export type TierRow = {
  collection: string
  creatorWallet: string
  tierId: number
  priceWei: string
  durationS: number
  maxSupply: number
  minted: number
  flags: number
  royaltyBps: number
  payToken: string | null
}
export type TokenRow = {
  collection: string
  creatorWallet: string
  tokenId: string
  tierId: number
  owner: string
  expiresAt: Date | null
  active: boolean
  changedBlock: number
  /** Who has its access: the borrower while it is lent, else the owner. */
  holder: string
  userUntil: Date | null
  flags: number
  royaltyBps: number
  graceS: number
  moves: number
  givenAt: Date | null
  consumed: boolean
}
export type BadgeRow = { account: string; creator: string; chainId: number; tierName: string; months: number }
const tierColumns = `t.collection, c.creator_wallet as "creatorWallet", t.tier_id as "tierId", t.price_wei::text as "priceWei", t.duration_s as "durationS", t.max_supply as "maxSupply", t.minted, t.flags, t.royalty_bps as "royaltyBps", case when t.flags & ${TIER_FLAGS.inToken} > 0 then t.pay_token end as "payToken"`
const tokenColumns = `k.collection, c.creator_wallet as "creatorWallet", k.token_id::text as "tokenId", k.tier_id as "tierId", k.owner, k.expires_at as "expiresAt",
  pass_is_active(k) as active, k.changed_block as "changedBlock", pass_holder(k) as holder, k.user_until as "userUntil", k.flags,
  k.royalty_bps as "royaltyBps", k.grace_s as "graceS", k.moves, k.given_at as "givenAt", k.consumed`
const tokens = `pass_tokens k join pass_collections c on c.chain_id = k.chain_id and c.address = k.collection`

export const creatorWallets = (read: Sql, addresses: readonly string[]) =>
  read.sql<{ address: string; wallet: string }>(
    `select address, creator_wallet as wallet from pass_collections where chain_id = $1 and address = any($2)`,
    [read.chain.id, addresses],
  )

export const tiersOfWallets = (read: Sql, wallets: readonly string[]) =>
  read.sql<TierRow>(
    `select ${tierColumns} from pass_tiers t join pass_collections c on c.chain_id = t.chain_id and c.address = t.collection
      where t.chain_id = $1 and c.creator_wallet = any($2) order by t.flags & ${TIER_FLAGS.inToken}, t.price_wei, t.tier_id`,
    [read.chain.id, wallets],
  )
export const tiersOfCollections = (read: Sql, collections: readonly string[]) =>
  read.sql<TierRow>(
    `select ${tierColumns} from pass_tiers t join pass_collections c on c.chain_id = t.chain_id and c.address = t.collection
      where t.chain_id = $1 and t.collection = any($2)`,
    [read.chain.id, collections],
  )
export const bestSelling = (read: Sql, limit: number) =>
  read.sql<TierRow>(
    `select ${tierColumns} from pass_tiers t join pass_collections c on c.chain_id = t.chain_id and c.address = t.collection
      where t.chain_id = $1 and t.minted < t.max_supply order by t.minted desc, t.collection, t.tier_id limit $2`,
    [read.chain.id, limit],
  )

export const freeOnSale = (read: Sql, limit: number) =>
  read.sql<TierRow>(
    `select ${tierColumns} from pass_tiers t join pass_collections c on c.chain_id = t.chain_id and c.address = t.collection
      where t.chain_id = $1 and t.minted < t.max_supply and t.price_wei = 0 order by t.minted desc, t.collection, t.tier_id limit $2`,
    [read.chain.id, limit],
  )

export const tokensOf = (read: Sql, owners: readonly string[]) =>
  read.sql<TokenRow>(
    `select ${tokenColumns} from ${tokens} where k.chain_id = $1 and (k.owner = any($2) or k.user_wallet = any($2) and k.user_until > app_now())
      order by k.minted_block desc, k.token_id limit 500`,
    [read.chain.id, owners],
  )
export const findToken = async (read: Sql, collection: string, tokenId: string) =>
  (
    await read.sql<TokenRow>(`select ${tokenColumns} from ${tokens} where k.chain_id = $1 and k.collection = $2 and k.token_id = $3`, [
      read.chain.id,
      collection,
      tokenId,
    ])
  )[0]

/** Active passes whose access is these wallets', by ownership or loan, of those creators' wallets. */
export const activeTokens = (read: Sql, owners: readonly string[], creators: readonly string[]) =>
  read.sql<{ owner: string; creatorWallet: string; tierId: number }>(
    `select distinct pass_holder(k) as owner, c.creator_wallet as "creatorWallet", k.tier_id as "tierId" from ${tokens}
      where k.chain_id = $1 and (k.owner = any($2) or k.user_wallet = any($2)) and pass_holder(k) = any($2)
        and c.creator_wallet = any($3) and pass_is_active(k)`,
    [read.chain.id, owners, creators],
  )

/** The active pass of each of these pairs of account and creator: the one that has been theirs the longest. A loan counts no months. */
export const badgesByPair = dataloader<BadgeRow>(
  (read, keys) =>
    read.sql(
      `select distinct on (q.account, q.creator) q.account, q.creator, q.chain as "chainId", coalesce(w.name, 'Tier ' || k.tier_id) as "tierName",
              case when k.owner = mine.address then coalesce(extract(year from held) * 12 + extract(month from held), 0)::int else 0 end as months
         from unnest($1::uuid[], $2::uuid[], $3::int[]) as q(account, creator, chain)
         join wallets mine on mine.account_id = q.account
         join wallets theirs on theirs.account_id = q.creator
         join pass_collections c on c.chain_id = q.chain and c.creator_wallet = theirs.address
         join pass_tokens k on k.chain_id = c.chain_id and k.collection = c.address and (k.owner = mine.address or k.user_wallet = mine.address)
        cross join lateral (select age(app_now(), k.owned_since) as held) since
         left join pass_tier_words w on w.account_id = q.creator and w.tier_id = k.tier_id
        where pass_holder(k) = mine.address and pass_is_active(k)
        order by q.account, q.creator, (k.owner = mine.address) desc, k.owned_since nulls last, k.tier_id desc`,
      [0, 1, 2].map((column) => keys.map((key) => key.split(' ')[column])),
    ),
  (row) => `${row.account} ${row.creator} ${row.chainId}`,
)

export const countHolders = async (read: Sql, creators: readonly string[]) =>
  (
    await read.sql<{ n: number }>(
      `select count(distinct pass_holder(k))::int as n from ${tokens} where k.chain_id = $1 and c.creator_wallet = any($2) and pass_is_active(k)`,
      [read.chain.id, creators],
    )
  )[0]?.n ?? 0

export const wordsOf = (read: Sql, accounts: readonly string[]) =>
  read.sql<{ account: string; tierId: number; name: string; perks: string[] }>(
    `select account_id as account, tier_id as "tierId", name, perks from pass_tier_words where account_id = any($1)`,
    [accounts],
  )
export async function setWords(ctx: Ctx, account: string, tier: { tierId: number; name: string; perks: string[] }): Promise<void> {
  await ctx.sql(
    `insert into pass_tier_words (account_id, tier_id, name, perks) values ($1, $2, $3, $4) on conflict (account_id, tier_id) do update set name = excluded.name, perks = excluded.perks`,
    [account, tier.tierId, tier.name, tier.perks],
  )
}

export const tokensByIds = (read: Sql, ids: readonly { collection: string; tokenId: string }[]) =>
  read.sql<TokenRow>(
    `select ${tokenColumns} from ${tokens} join (select distinct collection, id from jsonb_to_recordset($2::jsonb) as x(collection text, id numeric)) x
       on x.collection = k.collection and x.id = k.token_id where k.chain_id = $1`,
    [read.chain.id, JSON.stringify(ids.map(({ collection, tokenId }) => ({ collection, id: tokenId })))],
  )

/** What follows from the chain's logs alone, and from nothing that people write. */
export const projectedTables = ['pass_collections', 'pass_tiers', 'pass_tokens', 'pass_spent_vouchers'] as const

/** Forgets what the chain said of these collections; their logs are then applied again. */
export async function forget(ctx: Ctx, addresses: readonly string[]): Promise<void> {
  for (const table of ['pass_tokens', 'pass_tiers', 'pass_spent_vouchers'] as const)
    await ctx.sql(`delete from ${table} where chain_id = $1 and collection = any($2)`, [ctx.chain.id, addresses])
  await ctx.sql(`delete from pass_collections where chain_id = $1 and address = any($2)`, [ctx.chain.id, addresses])
}
