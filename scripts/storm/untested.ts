import type { Db } from '../../server/src/kernel/db.ts'

/** Contra postings, and transactions that were booked, taken back by a reorg and booked again where they stand now. */
export type Judged = { contra: number; rejudged: number }

export async function judgedIn(db: Db): Promise<Judged> {
  const [row] = await db.sql<Judged>(
    `select count(*) filter (where reverses is not null) as contra,
            (select count(distinct tx_hash) from ledger_postings now
              where reverses is null and reversed_by is null
                and exists (select 1 from ledger_postings p where p.tx_hash = now.tx_hash and p.reverses is not null)) as rejudged
       from ledger_postings`,
  )
  return row ?? { contra: 0, rejudged: 0 }
}

type Counts = Judged & { postings: number; reorgs: number; wanted: number }

/** What the storm went past, in words: a book that agrees with the chain about nothing proves nothing. */
export function untested({ postings, contra, rejudged, reorgs, wanted }: Counts): string[] {
  const faults: string[] = []
  if (postings === 0) faults.push('no posting stands in the book')
  if (reorgs < wanted) faults.push(`${reorgs} of ${wanted} reorgs took place`)
  if (wanted > 0 && contra === 0) faults.push('no contra posting was written: the reorgs took back nothing that was booked')
  if (wanted > 0 && rejudged === 0) faults.push('no transaction that a reorg took back was judged again')
  return faults
}
