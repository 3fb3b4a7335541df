import type { Read } from '../../../kernel/ctx.ts'
import type { Entry } from '../rules/types.ts'
import type { Booked } from './differences.ts'

type Row = Omit<Booked, 'entries'> & { entries: (Omit<Entry, 'amount'> & { amount: string })[] | null }

/** Every posting of a chain that stands, with its entries. */
export async function bookedOn(read: Pick<Read, 'sql'>, chainId: number): Promise<Booked[]> {
  const rows = await read.sql<Row>(
    `select p.id, p.at, p.kind, p.subject, p.ref, p.tx_hash as "txHash", p.position_in_tx as "positionInTx", e.entries
       from ledger_postings p
       left join (select posting_id, json_agg(json_build_object('account', account, 'asset', asset, 'amount', amount::text, 'part', part) order by line) as entries
                    from ledger_entries group by posting_id) e on e.posting_id = p.id
      where p.chain_id = $1 and p.reverses is null and p.reversed_by is null order by p.id`,
    [chainId],
  )
  return rows.map(({ entries, ...row }) => ({
    ...row,
    entries: (entries ?? []).map((entry) => ({ ...entry, amount: BigInt(entry.amount) })),
  }))
}

/** What is wrong inside the book itself, by count: each must be 0. */
export async function inwardFaults(read: Pick<Read, 'sql'>): Promise<{ unbalanced: number; drifted: number; orphans: number }> {
  const [row] = await read.sql<{ unbalanced: number; drifted: number; orphans: number }>(
    `select
       (select count(*)::int from (select 1 from ledger_entries group by posting_id, asset having sum(amount) <> 0) x) as unbalanced,
       (select count(*)::int from (select account, asset, sum(amount) as s from ledger_entries group by 1, 2) e
          full join ledger_balances b using (account, asset) where coalesce(e.s, 0) <> coalesce(b.balance, 0)) as drifted,
       (select count(*)::int from ledger_postings p where not exists (select 1 from ledger_entries e where e.posting_id = p.id)) as orphans`,
  )
  return row ?? { unbalanced: 0, drifted: 0, orphans: 0 }
}

/** The newest block that the inbox has taken in. */
export async function tipOf(read: Pick<Read, 'sql'>, chainId: number): Promise<bigint> {
  const [tip] = await read.sql<{ number: number | null }>(`select max(number) as number from chain_blocks where chain_id = $1`, [chainId])
  return BigInt(tip?.number ?? 0)
}
