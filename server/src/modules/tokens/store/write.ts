import { reserveOf, spotPriceOf } from '@corefans/chain/curve.ts'
import type { Ctx, Read } from '../../../kernel/ctx.ts'
import type { Candle, TokenState, Trade } from './types.ts'

/** bigint is no JSON: numbers that may be large travel as strings, and columns take them back. */
export const json = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? value.toString() : value))

type StateRow = Omit<TokenState, 'supply' | 'creatorOwedWei' | 'protocolOwedWei' | 'creatorLocked'> & {
  supply: string
  creatorOwedWei: string
  protocolOwedWei: string
  creatorLocked: string
}

/** Tokens as they stand, by address. */
export async function statesOf(read: Pick<Read, 'sql' | 'chain'>, addresses: readonly string[]): Promise<Map<string, TokenState>> {
  const rows = await read.sql<StateRow>(
    `select address, creator_wallet as "creatorWallet", name, symbol, preset, protocol_bps as "protocolBps", creator_bps as "creatorBps",
       lock_s as "lockS", extract(epoch from launched_at)::bigint as "launchedAtS", created_block as "createdBlock", supply::text,
       creator_owed_wei::text as "creatorOwedWei", protocol_owed_wei::text as "protocolOwedWei", creator_locked::text as "creatorLocked", trades
       from tokens where chain_id = $1 and address = any($2)`,
    [read.chain.id, addresses],
  )
  return new Map(
    rows.map((row) => [
      row.address,
      {
        ...row,
        supply: BigInt(row.supply),
        creatorOwedWei: BigInt(row.creatorOwedWei),
        protocolOwedWei: BigInt(row.protocolOwedWei),
        creatorLocked: BigInt(row.creatorLocked),
      },
    ]),
  )
}

export async function putStates(ctx: Ctx, states: readonly TokenState[]): Promise<void> {
  const rows = states.map((state) => ({ ...state, reserve: reserveOf(state.supply, state.preset), price: spotPriceOf(state) }))
  await ctx.sql(
    `insert into tokens (chain_id, address, creator_wallet, name, symbol, preset, protocol_bps, creator_bps, lock_s, launched_at, created_block,
       supply, reserve_wei, creator_owed_wei, protocol_owed_wei, creator_locked, trades, price_wei)
     select $1, t.address, t."creatorWallet", t.name, t.symbol, t.preset, t."protocolBps", t."creatorBps", t."lockS", to_timestamp(t."launchedAtS"),
       t."createdBlock", t.supply, t.reserve, t."creatorOwedWei", t."protocolOwedWei", t."creatorLocked", t.trades, t.price
       from jsonb_to_recordset($2::jsonb) as t(address text, "creatorWallet" text, name text, symbol text, preset int, "protocolBps" int,
         "creatorBps" int, "lockS" bigint, "launchedAtS" bigint, "createdBlock" bigint, supply numeric, reserve numeric, "creatorOwedWei" numeric,
         "protocolOwedWei" numeric, "creatorLocked" numeric, trades bigint, price numeric)
     on conflict (chain_id, address) do update set creator_bps = excluded.creator_bps, supply = excluded.supply, reserve_wei = excluded.reserve_wei,
       creator_owed_wei = excluded.creator_owed_wei, protocol_owed_wei = excluded.protocol_owed_wei, creator_locked = excluded.creator_locked,
       trades = excluded.trades, price_wei = excluded.price_wei`,
    [ctx.chain.id, json(rows)],
  )
}

export async function putTrades(ctx: Ctx, trades: readonly Trade[]): Promise<void> {
  await ctx.sql(
    `insert into token_trades (chain_id, token, block_number, log_index, tx_hash, at, is_buy, trader, receiver, amount, value_wei, creator_wei, protocol_wei, price_wei)
     select $1, t.token, t.block, t."logIndex", t."txHash", to_timestamp(t."atS"), t."isBuy", t.trader, t.receiver, t.amount, t."valueWei", t."creatorWei", t."protocolWei", t."priceWei"
       from jsonb_to_recordset($2::jsonb) as t(token text, block bigint, "logIndex" int, "txHash" text, "atS" bigint, "isBuy" boolean, trader text,
         receiver text, amount numeric, "valueWei" numeric, "creatorWei" numeric, "protocolWei" numeric, "priceWei" numeric)`,
    [ctx.chain.id, json(trades)],
  )
}

/** Later trades join a candle: it opened as it had, and closes anew. */
export async function mergeCandles(ctx: Ctx, candles: readonly Candle[]): Promise<void> {
  await ctx.sql(
    `insert into token_candles as c (chain_id, token, span, starts_at, open_wei, high_wei, low_wei, close_wei, volume_wei, trades)
     select $1, t.token, t.span, to_timestamp(t."startsAtS"), t."openWei", t."highWei", t."lowWei", t."closeWei", t."volumeWei", t.trades
       from jsonb_to_recordset($2::jsonb) as t(token text, span text, "startsAtS" bigint, "openWei" numeric, "highWei" numeric, "lowWei" numeric,
         "closeWei" numeric, "volumeWei" numeric, trades int)
     on conflict (chain_id, token, span, starts_at) do update set high_wei = greatest(c.high_wei, excluded.high_wei), low_wei = least(c.low_wei, excluded.low_wei),
       close_wei = excluded.close_wei, volume_wei = c.volume_wei + excluded.volume_wei, trades = c.trades + excluded.trades`,
    [ctx.chain.id, json(candles)],
  )
}

/** Differences of balances, by `token holder`. A row is made empty first: the rule that no balance is below zero is asked of every row offered. */
export async function moveBalances(ctx: Ctx, moves: ReadonlyMap<string, bigint>): Promise<void> {
  const rows = [...moves].filter(([, delta]) => delta !== 0n)
  const columns = [
    rows.map(([key]) => key.split(' ')[0]),
    rows.map(([key]) => key.split(' ')[1]),
    rows.map(([, delta]) => delta.toString()),
  ]
  if (rows.length === 0) return
  await ctx.sql(
    `insert into token_balances (chain_id, token, holder, amount) select $1, m.token, m.holder, 0 from unnest($2::text[], $3::text[]) as m(token, holder) on conflict do nothing`,
    [ctx.chain.id, ...columns.slice(0, 2)],
  )
  await ctx.sql(
    `update token_balances b set amount = b.amount + m.delta from unnest($2::text[], $3::text[], $4::numeric[]) as m(token, holder, delta)
      where b.chain_id = $1 and b.token = m.token and b.holder = m.holder`,
    [ctx.chain.id, ...columns],
  )
}

export async function putNonces(ctx: Ctx, nonces: ReadonlyMap<string, bigint>): Promise<void> {
  await ctx.sql(
    `insert into token_revocations (chain_id, wallet, nonce) select $1, n.wallet, n.nonce from unnest($2::text[], $3::numeric[]) as n(wallet, nonce)
     on conflict (chain_id, wallet) do update set nonce = excluded.nonce`,
    [ctx.chain.id, [...nonces.keys()], [...nonces.values()].map(String)],
  )
}

/** What follows from the chain's logs alone, and from nothing that people write. */
export const projectedTables = [
  'tokens',
  'token_balances',
  'token_trades',
  'token_candles',
  'token_revocations',
  'token_launches',
  'token_launch_deposits',
] as const

export const forgetNonces = (ctx: Ctx, wallets: readonly string[]) =>
  ctx.sql(`delete from token_revocations where chain_id = $1 and wallet = any($2)`, [ctx.chain.id, wallets])

/** Forgets what the chain said of these tokens; their logs are then played again. */
export async function forget(ctx: Ctx, tokens: readonly string[]): Promise<void> {
  for (const table of ['token_candles', 'token_trades', 'token_balances'])
    await ctx.sql(`delete from ${table} where chain_id = $1 and token = any($2)`, [ctx.chain.id, tokens])
  await ctx.sql(`delete from tokens where chain_id = $1 and address = any($2)`, [ctx.chain.id, tokens])
}
