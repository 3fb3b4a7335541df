import type { Read } from '../../kernel/ctx.ts'
import type { Entry } from './rules/types.ts'
import { type LineRow, type LinesWanted, linesOf, sumsOf } from './store/lines.ts'

/** A posting as its holders may see it, with every entry; `holder` is the wallet behind an account, if there is one. */
export type LedgerLine = Omit<LineRow, 'entries'> & { entries: (Entry & { holder: string | null })[] }

/** Postings that touch these wallets. What a reorg took back is there with `reversed`; contra postings are not. */
export async function ledgerOf(read: Read, wanted: LinesWanted): Promise<LedgerLine[]> {
  const rows = await linesOf(read, wanted)
  return rows.map(({ entries, ...row }) => ({ ...row, entries: entries.map((entry) => ({ ...entry, amount: BigInt(entry.amount) })) }))
}

/** What came in and went out for these wallets by asset, each posting counted net, without what was taken back. */
export const ledgerSums = (read: Read, wanted: Required<Pick<LinesWanted, 'holders' | 'from' | 'to'>>) => sumsOf(read, wanted)
