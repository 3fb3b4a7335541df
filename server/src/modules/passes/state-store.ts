import type { Ctx } from '../../kernel/ctx.ts'
import { type PassState, type TierState, type TokenState, tierKey, tokenKey } from './projection.ts'
import type { PassChange } from './rules.ts'

type Row<T> = { [K in keyof T]: T[K] extends bigint ? string : T[K] extends bigint | null ? string | null : T[K] }

/** What our tables know of everything these changes touch: two statements, however many changes. */
export async function stateOf(ctx: Ctx, changes: readonly PassChange[]): Promise<PassState> {
  const tierIds = changes.flatMap((c) => ('tierId' in c ? [{ collection: c.collection, id: c.tierId }] : []))
  const tokenIds = changes.flatMap((c) =>
    'tokenId' in c && c.kind !== 'mint' ? [{ collection: c.collection, id: c.tokenId.toString() }] : [],
  )
  const tiers = await ctx.sql<Row<TierState>>(
    `select t.collection, t.tier_id as "tierId", price_wei::text as "priceWei", duration_s as "durationS", max_supply as "maxSupply", flags,
            royalty_bps as "royaltyBps", perks::text as perks, pay_token as "payToken", minted
       from pass_tiers t join (select distinct collection, id from jsonb_to_recordset($2::jsonb) as x(collection text, id bigint)) x
         on x.collection = t.collection and x.id = t.tier_id where t.chain_id = $1`,
    [ctx.chain.id, JSON.stringify(tierIds)],
  )
  const tokens = await ctx.sql<Row<TokenState>>(
    `select k.collection, k.token_id::text as "tokenId", k.tier_id as "tierId", owner, extract(epoch from expires_at)::bigint::text as "expiresAtS",
            minted_block as "mintedBlock", changed_block as "changedBlock", extract(epoch from owned_since)::bigint as "ownedSinceS", flags, royalty_bps as "royaltyBps", grace_s as "graceS",
            user_wallet as "user", extract(epoch from user_until)::bigint::text as "userUntilS", moves,
            extract(epoch from given_at)::bigint as "givenAtS", consumed
       from pass_tokens k join (select distinct collection, id from jsonb_to_recordset($2::jsonb) as x(collection text, id numeric)) x
         on x.collection = k.collection and x.id = k.token_id where k.chain_id = $1`,
    [ctx.chain.id, JSON.stringify(tokenIds)],
  )
  const big = (text: string | null) => (text === null ? null : BigInt(text))
  return {
    collections: new Map(),
    vouchers: new Map(),
    tiers: new Map(tiers.map((t) => [tierKey(t), { ...t, priceWei: BigInt(t.priceWei), perks: BigInt(t.perks) }])),
    tokens: new Map(
      tokens.map((t) => {
        const token = { ...t, tokenId: BigInt(t.tokenId), expiresAtS: big(t.expiresAtS), userUntilS: big(t.userUntilS) }
        return [tokenKey(token), token]
      }),
    ),
  }
}

const plain = (rows: Iterable<object>) => JSON.stringify([...rows], (_key, value) => (typeof value === 'bigint' ? value.toString() : value))

/** Writes a state in four statements. */
export async function keepState(ctx: Ctx, { collections, tiers, tokens, vouchers }: PassState): Promise<void> {
  if (collections.size > 0)
    await ctx.sql(
      `insert into pass_collections (chain_id, address, creator_wallet, created_block)
       select $1, c.collection, c."creatorWallet", c.block from jsonb_to_recordset($2::jsonb) as c(collection text, "creatorWallet" text, block bigint)
       on conflict do nothing`,
      [ctx.chain.id, plain(collections.values())],
    )
  if (tiers.size > 0)
    await ctx.sql(
      `insert into pass_tiers (chain_id, collection, tier_id, price_wei, duration_s, max_supply, flags, royalty_bps, perks, pay_token, minted)
       select $1, t.collection, t."tierId", t."priceWei", t."durationS", t."maxSupply", t.flags, t."royaltyBps", t.perks, t."payToken", t.minted
         from jsonb_to_recordset($2::jsonb) as t(collection text, "tierId" bigint, "priceWei" numeric, "durationS" bigint, "maxSupply" bigint,
              flags int, "royaltyBps" int, perks bigint, "payToken" text, minted bigint)
       on conflict (chain_id, collection, tier_id) do update set price_wei = excluded.price_wei, duration_s = excluded.duration_s,
         max_supply = excluded.max_supply, flags = excluded.flags, royalty_bps = excluded.royalty_bps, perks = excluded.perks,
         pay_token = excluded.pay_token, minted = excluded.minted`,
      [ctx.chain.id, plain(tiers.values())],
    )
  if (tokens.size > 0)
    await ctx.sql(
      `insert into pass_tokens (chain_id, collection, token_id, tier_id, owner, expires_at, minted_block, changed_block, owned_since, flags, royalty_bps,
              grace_s, user_wallet, user_until, moves, given_at, consumed)
       select $1, k.collection, k."tokenId", k."tierId", k.owner, to_timestamp(k."expiresAtS"), k."mintedBlock", k."changedBlock", to_timestamp(k."ownedSinceS"), k.flags,
              k."royaltyBps", k."graceS", k."user", to_timestamp(k."userUntilS"), k.moves, to_timestamp(k."givenAtS"), k.consumed
         from jsonb_to_recordset($2::jsonb) as k(collection text, "tokenId" numeric, "tierId" bigint, owner text, "expiresAtS" bigint,
              "mintedBlock" bigint, "changedBlock" bigint, "ownedSinceS" bigint, flags int, "royaltyBps" int, "graceS" bigint, "user" text, "userUntilS" bigint,
              moves bigint, "givenAtS" bigint, consumed boolean)
       on conflict (chain_id, collection, token_id) do update set owner = excluded.owner, expires_at = excluded.expires_at,
         changed_block = excluded.changed_block, owned_since = excluded.owned_since, flags = excluded.flags, royalty_bps = excluded.royalty_bps, grace_s = excluded.grace_s,
         user_wallet = excluded.user_wallet, user_until = excluded.user_until, moves = excluded.moves, given_at = excluded.given_at,
         consumed = excluded.consumed`,
      [ctx.chain.id, plain(tokens.values())],
    )
  if (vouchers.size > 0) await keepVouchers(ctx, vouchers.values())
}

/** A voucher that was used stays so, whatever the creator withdraws after it. */
const keepVouchers = (ctx: Ctx, vouchers: Iterable<object>) =>
  ctx.sql(
    `insert into pass_spent_vouchers as s (chain_id, collection, nonce, token_id)
     select $1, v.collection, v.nonce, v."passId" from jsonb_to_recordset($2::jsonb) as v(collection text, nonce numeric, "passId" numeric)
     on conflict (chain_id, collection, nonce) do update set token_id = coalesce(s.token_id, excluded.token_id)`,
    [ctx.chain.id, plain(vouchers)],
  )
