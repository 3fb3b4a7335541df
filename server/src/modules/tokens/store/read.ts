import type { Read } from '../../../kernel/ctx.ts'
import type { Span } from './types.ts'

type Sql = Pick<Read, 'sql' | 'chain'>
export type TokenRow = {
  address: string
  creatorWallet: string
  name: string
  symbol: string
  preset: number
  protocolBps: number
  creatorBps: number
  lockS: number
  launchedAt: Date
  createdBlock: number
  supply: string
  reserveWei: string
  owedWei: string
  creatorOwedWei: string
  creatorLocked: string
  trades: number
  priceWei: string
  lockedHere: string
  holders: number
}

const columns = `t.address, t.creator_wallet as "creatorWallet", t.name, t.symbol, t.preset, t.protocol_bps as "protocolBps", t.creator_bps as "creatorBps",
  t.lock_s as "lockS", t.launched_at as "launchedAt", t.created_block as "createdBlock", t.supply::text, t.reserve_wei::text as "reserveWei",
  (t.creator_owed_wei + t.protocol_owed_wei)::text as "owedWei", t.creator_owed_wei::text as "creatorOwedWei", t.creator_locked::text as "creatorLocked", t.trades, t.price_wei::text as "priceWei"`

/** The first token made by any of these wallets. */
export const firstTokenOf = async (read: Sql, wallets: readonly string[]) =>
  (
    await read.sql<TokenRow>(
      `select ${columns}, coalesce((select b.amount from token_balances b where b.chain_id = t.chain_id and b.token = t.address and b.holder = t.address), 0)::text as "lockedHere",
         (select count(*)::int from token_balances b where b.chain_id = t.chain_id and b.token = t.address and b.amount > 0 and b.holder <> t.address) as holders
         from tokens t where t.chain_id = $1 and t.creator_wallet = any($2) order by t.created_block, t.address limit 1`,
      [read.chain.id, wallets],
    )
  )[0]

/** Tokens in the order of their making, with the block at which all of them stand so: one statement sees one moment. */
export const tokensAfter = (read: Sql, place: { block: string; address: string }, limit: number) =>
  read.sql<Omit<TokenRow, 'lockedHere' | 'holders'> & { block: number }>(
    `select ${columns}, (select max(b.number) from chain_blocks b where b.chain_id = $1) as block from tokens t where t.chain_id = $1 and (t.created_block, t.address) > ($2::bigint, $3::text)
      order by t.created_block, t.address limit $4`,
    [read.chain.id, place.block, place.address, limit],
  )

export const totals = async (read: Sql) =>
  (
    await read.sql<{ tokens: number; reserveWei: string; owedWei: string }>(
      `select count(*)::int as tokens, coalesce(sum(reserve_wei), 0)::text as "reserveWei", coalesce(sum(creator_owed_wei + protocol_owed_wei), 0)::text as "owedWei"
         from tokens where chain_id = $1`,
      [read.chain.id],
    )
  )[0] ?? { tokens: 0, reserveWei: '0', owedWei: '0' }

export type HolderRow = { holder: string; amount: string }
type At = { token: string; limit: number }
/** Holders of a token, largest first, after a place. */
export const holdersAfter = (read: Sql, { token, limit }: At, place: { amount: string; holder: string } | null) =>
  read.sql<HolderRow>(
    `select b.holder, b.amount::text from token_balances b where b.chain_id = $1 and b.token = $2 and b.amount > 0
       and ($3::numeric is null or b.amount < $3::numeric or (b.amount = $3::numeric and b.holder > $4)) order by b.amount desc, b.holder limit $5`,
    [read.chain.id, token, place?.amount ?? null, place?.holder ?? '', limit],
  )
export const balanceOf = async (read: Sql, token: string, holders: readonly string[]) =>
  (
    await read.sql<{ amount: string }>(
      `select coalesce(sum(amount), 0)::text as amount from token_balances where chain_id = $1 and token = $2 and holder = any($3)`,
      [read.chain.id, token, holders],
    )
  )[0]?.amount ?? '0'

export type TradeRow = {
  block: number
  logIndex: number
  txHash: string
  at: Date
  isBuy: boolean
  trader: string
  amount: string
  valueWei: string
  feeWei: string
  priceWei: string
}
/** Trades of a token, newest first, before a place. */
export const tradesBefore = (read: Sql, { token, limit }: At, place: { block: string; logIndex: string } | null) =>
  read.sql<TradeRow>(
    `select block_number as block, log_index as "logIndex", tx_hash as "txHash", at, is_buy as "isBuy", trader, amount::text, value_wei::text as "valueWei",
       (creator_wei + protocol_wei)::text as "feeWei", price_wei::text as "priceWei" from token_trades
      where chain_id = $1 and token = $2 and (block_number, log_index) < (coalesce($3::bigint, 9223372036854775807), coalesce($4::int, 2147483647))
      order by block_number desc, log_index desc limit $5`,
    [read.chain.id, token, place?.block ?? null, place?.logIndex ?? null, limit],
  )

export type CandleRow = { at: Date; open: string; high: string; low: string; close: string; volumeWei: string; trades: number }
/** Candles of a token, newest first, before a moment. */
export const candlesBefore = (
  read: Sql,
  { token, span, before, limit }: { token: string; span: Span; before: string | null; limit: number },
) =>
  read.sql<CandleRow>(
    `select starts_at as at, open_wei::text as open, high_wei::text as high, low_wei::text as low, close_wei::text as close, volume_wei::text as "volumeWei", trades
       from token_candles where chain_id = $1 and token = $2 and span = $3 and ($4::timestamptz is null or starts_at < $4) order by starts_at desc limit $5`,
    [read.chain.id, token, span, before, limit],
  )
