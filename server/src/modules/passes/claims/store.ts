import { type Ctx, me, type Read } from '../../../kernel/ctx.ts'
import { cursorAt, type Place } from '../../../kernel/cursor.ts'

type Sql = Pick<Read, 'sql' | 'chain'>

export type LinkRow = {
  id: string
  account: string
  collection: string
  tierId: number
  secretHash: string
  price: string
  word: string
  uses: number
  used: number
  withdrawn: number
  /** Given to somebody, and neither used nor withdrawn. */
  loose: string[]
  greeting: string | null
  deadline: Date
  createdAt: Date
  revokedAt: Date | null
  cursorAt: string
}
export type VoucherRow = { nonce: string; signature: string; isMine: boolean; isUsed: boolean; isSpent: boolean; isFree: boolean }

const spent = `left join pass_spent_vouchers s on s.chain_id = l.chain_id and s.collection = l.collection and s.nonce = v.nonce`
const columns = `l.id, l.account_id as account, l.collection, l.tier_id as "tierId", l.secret_hash as "secretHash", l.price::text as price,
  l.word::text as word, l.uses, l.greeting, l.deadline, l.created_at as "createdAt", l.revoked_at as "revokedAt", ${cursorAt('l.created_at')} as "cursorAt",
  c.used, c.withdrawn, c.loose`
const counted = `claim_links l cross join lateral (
    select count(s.token_id)::int as used, (count(s.nonce) - count(s.token_id))::int as withdrawn,
           coalesce(array_agg(v.nonce::text) filter (where v.held_by is not null and s.nonce is null), '{}') as loose
      from claim_vouchers v ${spent} where v.link_id = l.id) c`

export const findLink = async (read: Sql, id: string): Promise<LinkRow | undefined> =>
  (await read.sql<LinkRow>(`select ${columns} from ${counted} where l.chain_id = $1 and l.id = $2`, [read.chain.id, id]))[0]

/** Claims of one link take turns: nobody is given what another has just been given. */
export const lockLink = (ctx: Ctx, id: string) => ctx.sql(`select 1 from claim_links where id = $1 for update`, [id])

export const linksOf = (read: Sql, account: string, { place, limit }: { place: Place | null; limit: number }) =>
  read.sql<LinkRow>(
    `select ${columns} from ${counted} where l.chain_id = $1 and l.account_id = $2
        and ($3::timestamptz is null or (l.created_at, l.id) < ($3, $4::uuid)) order by l.created_at desc, l.id desc limit $5`,
    [read.chain.id, account, place?.at ?? null, place?.id ?? null, limit + 1],
  )

export type NewLink = {
  collection: string
  tierId: number
  price: string
  deadline: number
  word: string
  secretHash: string
  greeting: string | null
  vouchers: { nonce: string; signature: string }[]
}

/** Writes a link with its vouchers and answers its id; null where its secret or its word is taken. */
export async function insertLink(ctx: Ctx, link: NewLink): Promise<string | null> {
  const [row] = await ctx.sql<{ id: string }>(
    `insert into claim_links (account_id, chain_id, collection, tier_id, secret_hash, price, word, uses, greeting, deadline, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10), $11) on conflict do nothing returning id`,
    [
      ...[me(ctx), ctx.chain.id, link.collection, link.tierId, link.secretHash, link.price, link.word, link.vouchers.length, link.greeting],
      ...[link.deadline, ctx.now],
    ],
  )
  if (!row) return null
  await ctx.sql(
    `insert into claim_vouchers (link_id, nonce, signature) select $1, v.nonce, v.signature
       from jsonb_to_recordset($2::jsonb) as v(nonce numeric, signature text)`,
    [row.id, JSON.stringify(link.vouchers)],
  )
  return row.id
}

/** The actor's own link of this secret. */
export const linkOfSecret = async (ctx: Ctx, secretHash: string) =>
  (await ctx.sql<{ id: string }>(`select id from claim_links where account_id = $1 and secret_hash = $2`, [me(ctx), secretHash]))[0]?.id

export const setRevoked = (ctx: Ctx, id: string) =>
  ctx.sql(`update claim_links set revoked_at = coalesce(revoked_at, $2) where id = $1`, [id, ctx.now])

/** The vouchers of a link as its claimant finds them, those that nobody was given before first. */
export const vouchersFor = (read: Sql, linkId: string, account: string | null) =>
  read.sql<VoucherRow>(
    `select v.nonce::text as nonce, v.signature, v.held_by is not distinct from $2::uuid and $2 is not null as "isMine", s.token_id is not null as "isUsed", s.nonce is not null as "isSpent",
            v.held_by is null or v.held_until <= app_now() as "isFree"
       from claim_vouchers v join claim_links l on l.id = v.link_id ${spent}
      where v.link_id = $1 order by v.held_until nulls first, v.nonce`,
    [linkId, account],
  )

export const hold = (ctx: Ctx, linkId: string, nonce: string, until: Date) =>
  ctx.sql(`update claim_vouchers set held_by = $3, held_until = $4 where link_id = $1 and nonce = $2`, [linkId, nonce, me(ctx), until])

/** What time it is: whether a link is open is judged by the database's clock. */
export const clock = async (read: Read): Promise<Date> => (await read.sql<{ now: Date }>('select app_now() as now'))[0]?.now as Date
