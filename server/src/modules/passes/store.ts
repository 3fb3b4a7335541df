import type { Ctx, Read } from '../../kernel/ctx.ts'
import type { PassChange } from './rules.ts'

type Sql = Pick<Read, 'sql'>
export type TierRow = {
  collection: string
  creatorWallet: string
  tierId: number
  priceWei: string
  durationS: number
  maxSupply: number
  minted: number
  flags: number
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
}
const tierColumns = `t.collection, c.creator_wallet as "creatorWallet", t.tier_id as "tierId", t.price_wei::text as "priceWei", t.duration_s as "durationS", t.max_supply as "maxSupply", t.minted, t.flags`
const tokenColumns = `k.collection, c.creator_wallet as "creatorWallet", k.token_id::text as "tokenId", k.tier_id as "tierId", k.owner, k.expires_at as "expiresAt",
  (k.expires_at is null or k.expires_at > app_now()) as active, k.changed_block as "changedBlock"`
const tokens = `pass_tokens k join pass_collections c on c.chain_id = k.chain_id and c.address = k.collection`

export const creatorWallets = (read: Sql, chainId: number, addresses: readonly string[]) =>
  read.sql<{ address: string; wallet: string }>(
    `select address, creator_wallet as wallet from pass_collections where chain_id = $1 and address = any($2)`,
    [chainId, addresses],
  )

export const tiersOfWallets = (read: Sql, chainId: number, wallets: readonly string[]) =>
  read.sql<TierRow>(
    `select ${tierColumns} from pass_tiers t join pass_collections c on c.chain_id = t.chain_id and c.address = t.collection
      where t.chain_id = $1 and c.creator_wallet = any($2) order by t.price_wei, t.tier_id`,
    [chainId, wallets],
  )
export const bestSelling = (read: Sql, chainId: number, limit: number) =>
  read.sql<TierRow>(
    `select ${tierColumns} from pass_tiers t join pass_collections c on c.chain_id = t.chain_id and c.address = t.collection
      where t.chain_id = $1 and t.minted < t.max_supply order by t.minted desc, t.collection, t.tier_id limit $2`,
    [chainId, limit],
  )

export const tokensOf = (read: Sql, chainId: number, owners: readonly string[]) =>
  read.sql<TokenRow>(
    `select ${tokenColumns} from ${tokens} where k.chain_id = $1 and k.owner = any($2) order by k.minted_block desc, k.token_id limit 500`,
    [chainId, owners],
  )
export const findToken = async (read: Sql, chainId: number, collection: string, tokenId: string) =>
  (
    await read.sql<TokenRow>(`select ${tokenColumns} from ${tokens} where k.chain_id = $1 and k.collection = $2 and k.token_id = $3`, [
      chainId,
      collection,
      tokenId,
    ])
  )[0]

/** Active passes that these wallets hold of those creators' wallets. */
export const activeTokens = (read: Sql, chainId: number, owners: readonly string[], creators: readonly string[]) =>
  read.sql<{ owner: string; creatorWallet: string; tierId: number }>(
    `select distinct k.owner, c.creator_wallet as "creatorWallet", k.tier_id as "tierId" from ${tokens}
      where k.chain_id = $1 and k.owner = any($2) and c.creator_wallet = any($3) and (k.expires_at is null or k.expires_at > app_now())`,
    [chainId, owners, creators],
  )
export const countHolders = async (read: Sql, chainId: number, creators: readonly string[]) =>
  (
    await read.sql<{ n: number }>(
      `select count(distinct k.owner)::int as n from ${tokens} where k.chain_id = $1 and c.creator_wallet = any($2) and (k.expires_at is null or k.expires_at > app_now())`,
      [chainId, creators],
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

const writers: { [K in PassChange['kind']]: (ctx: Ctx, chainId: number, change: Extract<PassChange, { kind: K }>) => Promise<unknown> } = {
  collection: (ctx, chainId, c) =>
    ctx.sql(
      `insert into pass_collections (chain_id, address, creator_wallet, created_block) values ($1, $2, $3, $4) on conflict do nothing`,
      [chainId, c.collection, c.creatorWallet, c.block],
    ),
  tier: (ctx, chainId, c) =>
    ctx.sql(
      `insert into pass_tiers (chain_id, collection, tier_id, price_wei, duration_s, max_supply, flags) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (chain_id, collection, tier_id) do update set price_wei = excluded.price_wei, duration_s = excluded.duration_s, max_supply = excluded.max_supply, flags = excluded.flags`,
      [chainId, c.collection, c.tierId, c.priceWei.toString(), c.durationS.toString(), c.maxSupply.toString(), c.flags],
    ),
  mint: async (ctx, chainId, c) => {
    await ctx.sql(
      `insert into pass_tokens (chain_id, collection, token_id, tier_id, owner, minted_block, changed_block) values ($1, $2, $3, $4, $5, $6, $6)`,
      [chainId, c.collection, c.tokenId.toString(), c.tierId, c.owner, c.block],
    )
    await ctx.sql(`update pass_tiers set minted = minted + 1 where chain_id = $1 and collection = $2 and tier_id = $3`, [
      chainId,
      c.collection,
      c.tierId,
    ])
  },
  move: (ctx, chainId, c) =>
    ctx.sql(`update pass_tokens set owner = $4, changed_block = $5 where chain_id = $1 and collection = $2 and token_id = $3`, [
      chainId,
      c.collection,
      c.tokenId.toString(),
      c.owner,
      c.block,
    ]),
  expiry: (ctx, chainId, c) =>
    ctx.sql(
      `update pass_tokens set expires_at = to_timestamp($4::bigint), changed_block = $5 where chain_id = $1 and collection = $2 and token_id = $3`,
      [chainId, c.collection, c.tokenId.toString(), c.expiresAtS.toString(), c.block],
    ),
}

export async function write(ctx: Ctx, chainId: number, change: PassChange): Promise<void> {
  await writers[change.kind](ctx, chainId, change as never)
}

/** Forgets what the chain said of these collections; their logs are then applied again. */
export async function forget(ctx: Ctx, chainId: number, addresses: readonly string[]): Promise<void> {
  for (const table of ['pass_tokens', 'pass_tiers'] as const)
    await ctx.sql(`delete from ${table} where chain_id = $1 and collection = any($2)`, [chainId, addresses])
  await ctx.sql(`delete from pass_collections where chain_id = $1 and address = any($2)`, [chainId, addresses])
}
