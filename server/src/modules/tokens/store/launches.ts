import type { Ctx, Read } from '../../../kernel/ctx.ts'
import type { LaunchDeposit, LaunchState } from './types.ts'
import { json } from './write.ts'

type Sql = Pick<Read, 'sql' | 'chain'>
type Texts<T> = { [K in keyof T]: T[K] extends bigint ? string : T[K] }

const columns = `l.id, l.creator_wallet as "creatorWallet", l.name_word as "nameWord", l.symbol_word as "symbolWord", l.preset, l.creator_bps as "creatorBps", l.lock_s as "lockS",
  l.cap_wei::text as "capWei", l.target_wei::text as "targetWei", extract(epoch from l.opened_at)::bigint as "openedAtS", extract(epoch from l.closes_at)::bigint as "closesAtS",
  l.state, l.deposited_wei::text as "depositedWei", l.counted_wei::text as "countedWei", l.spent_wei::text as "spentWei", l.tokens::text as tokens`
const depositColumns = `launch_id as "launchId", wallet, amount_wei::text as "amountWei", is_claimed as "isClaimed", tokens::text, paid_wei::text as "paidWei", refund_wei::text as "refundWei"`

const stateOf = (row: Texts<LaunchState>): LaunchState => ({
  ...row,
  ...{ capWei: BigInt(row.capWei), targetWei: BigInt(row.targetWei), depositedWei: BigInt(row.depositedWei) },
  ...{ countedWei: BigInt(row.countedWei), spentWei: BigInt(row.spentWei), tokens: BigInt(row.tokens) },
})
const depositOf = (row: Texts<LaunchDeposit>): LaunchDeposit => ({
  ...row,
  ...{ amountWei: BigInt(row.amountWei), tokens: BigInt(row.tokens), paidWei: BigInt(row.paidWei), refundWei: BigInt(row.refundWei) },
})

/** Launches by their ids. */
export async function launchesOf(read: Sql, ids: readonly number[]): Promise<LaunchState[]> {
  const rows = await read.sql<Texts<LaunchState>>(`select ${columns} from token_launches l where l.chain_id = $1 and l.id = any($2)`, [
    read.chain.id,
    ids,
  ])
  return rows.map(stateOf)
}

/** What these wallets have in these launches. */
export async function depositsOf(read: Sql, ids: readonly number[], wallets: readonly string[]): Promise<LaunchDeposit[]> {
  const rows = await read.sql<Texts<LaunchDeposit>>(
    `select ${depositColumns} from token_launch_deposits where chain_id = $1 and launch_id = any($2) and wallet = any($3) order by launch_id, wallet`,
    [read.chain.id, ids, wallets],
  )
  return rows.map(depositOf)
}

export type LaunchRow = LaunchState & { people: number; now: Date }

const seen = async (read: Sql, where: string, values: unknown[]): Promise<LaunchRow[]> =>
  (
    await read.sql<Texts<LaunchState> & { people: number; now: Date }>(
      `select ${columns}, app_now() as now,
         (select count(*)::int from token_launch_deposits d where d.chain_id = l.chain_id and d.launch_id = l.id) as people
         from token_launches l where l.chain_id = $1 and ${where}`,
      values,
    )
  ).map((row) => ({ ...stateOf(row), people: row.people, now: row.now }))

/** The launch that matters of a person's: the one that runs and opened first, else the one that made the token, else the last. */
export const launchShown = async (read: Sql, wallets: readonly string[]): Promise<LaunchRow | null> =>
  (
    await seen(
      read,
      `l.creator_wallet = any($2) order by case l.state when 'open' then 0 when 'settled' then 1 else 2 end, case l.state when 'open' then l.id else -l.id end limit 1`,
      [read.chain.id, wallets],
    )
  )[0] ?? null

/** A person's launches, newest first, before a place. */
export const launchesBefore = (read: Sql, wallets: readonly string[], page: { limit: number; before: string | null }) =>
  seen(read, `l.creator_wallet = any($2) and ($3::bigint is null or l.id < $3::bigint) order by l.id desc limit $4`, [
    read.chain.id,
    wallets,
    page.before,
    page.limit,
  ])

/** Launches in which these wallets have something that was not collected, newest first, before a place. */
export const launchesHolding = (read: Sql, wallets: readonly string[], page: { limit: number; before: string | null }) =>
  seen(
    read,
    `($3::bigint is null or l.id < $3::bigint) and l.id in (select d.launch_id from token_launch_deposits d
       where d.chain_id = $1 and d.wallet = any($2) and not d.is_claimed) order by l.id desc limit $4`,
    [read.chain.id, wallets, page.before, page.limit],
  )

/** Whether one of these wallets has a launch that runs. */
export const isLaunching = async (read: Sql, wallets: readonly string[]): Promise<boolean> =>
  (
    await read.sql(`select 1 from token_launches where chain_id = $1 and creator_wallet = any($2) and state = 'open' limit 1`, [
      read.chain.id,
      wallets,
    ])
  ).length > 0

export async function putLaunches(ctx: Ctx, launches: readonly LaunchState[]): Promise<void> {
  if (launches.length === 0) return
  await ctx.sql(
    `insert into token_launches (chain_id, id, creator_wallet, name_word, symbol_word, preset, creator_bps, lock_s, cap_wei, target_wei, opened_at, closes_at,
       state, deposited_wei, counted_wei, spent_wei, tokens)
     select $1, t.id, t."creatorWallet", t."nameWord", t."symbolWord", t.preset, t."creatorBps", t."lockS", t."capWei", t."targetWei", to_timestamp(t."openedAtS"),
       to_timestamp(t."closesAtS"), t.state, t."depositedWei", t."countedWei", t."spentWei", t.tokens
       from jsonb_to_recordset($2::jsonb) as t(id bigint, "creatorWallet" text, "nameWord" text, "symbolWord" text, preset int, "creatorBps" int, "lockS" bigint,
         "capWei" numeric, "targetWei" numeric, "openedAtS" bigint, "closesAtS" bigint, state text, "depositedWei" numeric, "countedWei" numeric, "spentWei" numeric, tokens numeric)
     on conflict (chain_id, id) do update set state = excluded.state, deposited_wei = excluded.deposited_wei, counted_wei = excluded.counted_wei,
       spent_wei = excluded.spent_wei, tokens = excluded.tokens`,
    [ctx.chain.id, json(launches)],
  )
}

export async function putDeposits(ctx: Ctx, deposits: readonly LaunchDeposit[]): Promise<void> {
  if (deposits.length === 0) return
  await ctx.sql(
    `insert into token_launch_deposits (chain_id, launch_id, wallet, amount_wei, is_claimed, tokens, paid_wei, refund_wei)
     select $1, t."launchId", t.wallet, t."amountWei", t."isClaimed", t.tokens, t."paidWei", t."refundWei"
       from jsonb_to_recordset($2::jsonb) as t("launchId" bigint, wallet text, "amountWei" numeric, "isClaimed" boolean, tokens numeric, "paidWei" numeric, "refundWei" numeric)
     on conflict (chain_id, launch_id, wallet) do update set amount_wei = excluded.amount_wei, is_claimed = excluded.is_claimed, tokens = excluded.tokens,
       paid_wei = excluded.paid_wei, refund_wei = excluded.refund_wei`,
    [ctx.chain.id, json(deposits)],
  )
}

/** Forgets what the chain said of these launches; their logs are then played again. */
export async function forgetLaunches(ctx: Ctx, ids: readonly number[]): Promise<void> {
  await ctx.sql(`delete from token_launch_deposits where chain_id = $1 and launch_id = any($2)`, [ctx.chain.id, ids])
  await ctx.sql(`delete from token_launches where chain_id = $1 and id = any($2)`, [ctx.chain.id, ids])
}
