import type { Ctx, Read } from '../../kernel/ctx.ts'
import type { SplitLog } from './split-log.ts'

type Sql = Pick<Read, 'sql' | 'chain'>
export type SplitRow = { address: string; creatorWallet: string; createdAt: Date; shares: { recipient: string; shareBps: number }[] }
export type ReleasedRow = { split: string; recipient: string; asset: string; amount: string }

/** What new logs say of splits: three statements, however many logs. */
export async function writeSplits(ctx: Ctx, logs: readonly SplitLog[]): Promise<void> {
  const made = logs.filter((log) => log.kind === 'made')
  const released = logs.filter((log) => log.kind === 'released')
  if (made.length > 0) {
    await ctx.sql(
      `insert into splits (chain_id, address, creator_wallet, block_number, at)
       select $1, s.split, s.creator, s.block, to_timestamp(s.at) from jsonb_to_recordset($2::jsonb) as s(split text, creator text, block bigint, at bigint)`,
      [ctx.chain.id, JSON.stringify(made)],
    )
    const shares = made.flatMap(({ split, shares: parts }) => parts.map((part) => ({ split, ...part })))
    await ctx.sql(
      `insert into split_shares (chain_id, split, recipient, share_bps)
       select $1, s.split, s.recipient, s.bps from jsonb_to_recordset($2::jsonb) as s(split text, recipient text, bps int)`,
      [ctx.chain.id, JSON.stringify(shares)],
    )
  }
  if (released.length === 0) return
  await ctx.sql(
    `insert into split_releases (chain_id, split, block_number, tx_hash, position_in_tx, recipient, asset, amount, at)
     select $1, r.split, r.block, r.tx, r.position, r.recipient, r.asset, r.amount, to_timestamp(r.at)
       from jsonb_to_recordset($2::jsonb) as r(split text, block bigint, tx text, position int, recipient text, asset text, amount numeric, at bigint)`,
    [ctx.chain.id, JSON.stringify(released)],
  )
}

/** Forgets what logs said that are no longer true; splits take their shares with them. */
export async function forgetSplits(ctx: Ctx, logs: readonly SplitLog[]): Promise<void> {
  const made = logs.flatMap((log) => (log.kind === 'made' ? [log.split] : []))
  await ctx.sql(`delete from splits where chain_id = $1 and address = any($2)`, [ctx.chain.id, made])
  const released = logs.flatMap((log) => (log.kind === 'released' ? [{ tx: log.tx, position: log.position }] : []))
  await ctx.sql(
    `delete from split_releases r using jsonb_to_recordset($2::jsonb) as g(tx text, position int)
      where r.chain_id = $1 and r.tx_hash = g.tx and r.position_in_tx = g.position`,
    [ctx.chain.id, JSON.stringify(released)],
  )
}

/** Splits that these wallets made or have a share in, newest first. */
export const splitsOfWallets = (read: Sql, wallets: readonly string[]) =>
  read.sql<SplitRow>(
    `select s.address, s.creator_wallet as "creatorWallet", s.at as "createdAt",
            (select jsonb_agg(jsonb_build_object('recipient', h.recipient, 'shareBps', h.share_bps) order by h.share_bps desc, h.recipient)
               from split_shares h where h.chain_id = s.chain_id and h.split = s.address) as shares
       from splits s where s.chain_id = $1 and (s.creator_wallet = any($2)) order by s.block_number desc, s.address limit 20`,
    [read.chain.id, wallets],
  )
export const releasedOf = (read: Sql, splits: readonly string[]) =>
  read.sql<ReleasedRow>(
    `select split, recipient, asset, sum(amount)::text as amount from split_releases where chain_id = $1 and split = any($2) group by split, recipient, asset order by asset`,
    [read.chain.id, splits],
  )
