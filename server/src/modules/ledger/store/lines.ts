import type { Read } from '../../../kernel/ctx.ts'

type Sql = Pick<Read, 'sql' | 'chain'>
export type LineRow = {
  id: number
  kind: string
  subject: string | null
  ref: string | null
  txHash: string
  block: number
  at: Date
  reversed: boolean
  entries: { account: string; asset: string; amount: string; part: string; holder: string | null }[]
}

/** Which postings: of these wallets, in a stretch of time, before a posting, newest or oldest first. */
export type LinesWanted = {
  holders: readonly string[]
  from?: Date
  to?: Date
  before?: string
  limit?: number
  oldestFirst?: boolean
}

const everything = 1_000_000
const dawn = new Date(0)
const dusk = new Date('9000-01-01T00:00:00Z')

export const linesOf = (read: Sql, wanted: LinesWanted) =>
  read.sql<LineRow>(
    `select p.id, p.kind, p.subject, p.ref, p.tx_hash as "txHash", p.block_number as block, p.at, p.reversed_by is not null as reversed,
       (select json_agg(json_build_object('account', e.account, 'asset', e.asset, 'amount', e.amount::text, 'part', e.part, 'holder', e.holder) order by e.line)
          from ledger_entries e where e.posting_id = p.id) as entries
       from ledger_postings p
      where p.id in (select e.posting_id from ledger_entries e where e.holder = any($2) and e.posting_id < $5)
        and p.chain_id = $1 and p.at >= $3 and p.at < $4 and p.reverses is null
      order by p.id ${wanted.oldestFirst ? 'asc' : 'desc'} limit $6`,
    [
      read.chain.id,
      wanted.holders,
      wanted.from ?? dawn,
      wanted.to ?? dusk,
      wanted.before ?? Number.MAX_SAFE_INTEGER,
      wanted.limit ?? everything,
    ],
  )

export const sumsOf = (read: Sql, wanted: Required<Pick<LinesWanted, 'holders' | 'from' | 'to'>>) =>
  read.sql<{ asset: string; in: string; out: string }>(
    `select asset, coalesce(sum(net) filter (where net > 0), 0)::text as in, coalesce(-sum(net) filter (where net < 0), 0)::text as out
       from (select e.posting_id, e.asset, sum(e.amount) as net from ledger_entries e join ledger_postings p on p.id = e.posting_id
              where e.holder = any($2) and p.chain_id = $1 and p.at >= $3 and p.at < $4 and p.reverses is null and p.reversed_by is null
              group by e.posting_id, e.asset) nets
      group by asset order by asset`,
    [read.chain.id, wanted.holders, wanted.from, wanted.to],
  )

/** How many postings stand, and how many transactions among them have no log in the inbox. */
export async function matching(read: Pick<Read, 'sql'>): Promise<{ postings: number; unmatchedTx: number }> {
  const [row] = await read.sql<{ postings: number; unmatchedTx: number }>(
    `select count(*)::int as postings, count(distinct p.tx_hash) filter (where l.tx_hash is null)::int as "unmatchedTx"
       from ledger_postings p
       left join (select distinct chain_id, block_hash, tx_hash, position_in_tx from chain_logs) l using (chain_id, block_hash, tx_hash, position_in_tx)
      where p.reverses is null and p.reversed_by is null`,
  )
  return row ?? { postings: 0, unmatchedTx: 0 }
}
