import type { Ctx } from '../../../kernel/ctx.ts'
import type { Entry, Posting } from '../rules/types.ts'

/** Ids for so many postings, in one question. */
export async function reserveIds(ctx: Ctx, count: number): Promise<number[]> {
  const rows = await ctx.sql<{ id: number }>(`select nextval('ledger_posting_ids') as id from generate_series(1, $1)`, [count])
  return rows.map(({ id }) => id)
}

export async function insertPostings(ctx: Ctx, ids: readonly number[], postings: readonly Posting[]): Promise<void> {
  await ctx.sql(
    `insert into ledger_postings (id, chain_id, block_number, block_hash, tx_hash, position_in_tx, kind, subject, ref, at)
     select t.id, $1, t.block, t.hash, t.tx, t.position, t.kind, t.subject, t.ref, to_timestamp(t.at)
       from unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::int[], $7::text[], $8::text[], $9::text[], $10::bigint[])
         as t(id, block, hash, tx, position, kind, subject, ref, at)`,
    [
      ctx.chain.id,
      ids,
      postings.map(({ block }) => block.number.toString()),
      postings.map(({ block }) => block.hash),
      postings.map(({ txHash }) => txHash),
      postings.map(({ positionInTx }) => positionInTx),
      postings.map(({ kind }) => kind),
      postings.map(({ subject }) => subject),
      postings.map(({ ref }) => ref),
      postings.map(({ block }) => block.timestampS.toString()),
    ],
  )
}

export type Line = Entry & { postingId: number; line: number }

export async function insertEntries(ctx: Ctx, lines: readonly Line[]): Promise<void> {
  await ctx.sql(
    `insert into ledger_entries (posting_id, line, account, asset, amount, part)
     select * from unnest($1::bigint[], $2::smallint[], $3::text[], $4::text[], $5::numeric[], $6::text[])`,
    [
      lines.map(({ postingId }) => postingId),
      lines.map(({ line }) => line),
      lines.map(({ account }) => account),
      lines.map(({ asset }) => asset),
      lines.map(({ amount }) => amount.toString()),
      lines.map(({ part }) => part),
    ],
  )
}

/** Moves balances by the sums of these entries, in one order, so that two writers cannot lock each other out. */
export async function moveBalances(ctx: Ctx, entries: readonly Entry[]): Promise<void> {
  const sums = new Map<string, Pick<Entry, 'account' | 'asset' | 'amount'>>()
  for (const { account, asset, amount } of entries) {
    const key = `${account} ${asset}`
    sums.set(key, { account, asset, amount: amount + (sums.get(key)?.amount ?? 0n) })
  }
  const moves = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
  await ctx.sql(
    `insert into ledger_balances as b (account, asset, balance)
     select * from unnest($1::text[], $2::text[], $3::numeric[])
     on conflict (account, asset) do update set balance = b.balance + excluded.balance`,
    [moves.map(({ account }) => account), moves.map(({ asset }) => asset), moves.map(({ amount }) => amount.toString())],
  )
}

/** Writes a contra posting for each of these logs that is booked, and moves the balances back. */
export async function reverseOf(ctx: Ctx, logs: readonly { txHash: string; positionInTx: number }[]): Promise<void> {
  await ctx.sql(
    `with gone as (
       select p.* from ledger_postings p
         join unnest($2::text[], $3::int[]) as l(tx, position) on p.tx_hash = l.tx and p.position_in_tx = l.position
        where p.chain_id = $1 and p.reverses is null and p.reversed_by is null
     ), contra as (
       insert into ledger_postings (chain_id, block_number, block_hash, tx_hash, position_in_tx, kind, subject, ref, at, reverses)
       select chain_id, block_number, block_hash, tx_hash, position_in_tx, kind, subject, ref, at, id from gone order by id
       returning id, reverses
     ), lines as (
       insert into ledger_entries (posting_id, line, account, asset, amount, part)
       select c.id, e.line, e.account, e.asset, -e.amount, e.part from contra c join ledger_entries e on e.posting_id = c.reverses
       returning account, asset, amount
     ), signed as (
       update ledger_postings p set reversed_by = c.id from contra c where p.id = c.reverses returning 1
     )
     insert into ledger_balances as b (account, asset, balance)
     select account, asset, sum(amount) from lines group by account, asset order by account, asset
     on conflict (account, asset) do update set balance = b.balance + excluded.balance`,
    [ctx.chain.id, logs.map(({ txHash }) => txHash), logs.map(({ positionInTx }) => positionInTx)],
  )
}
