import type { Entry, Posting } from '../rules/types.ts'

/** A posting as the database has it, unreversed. */
export type Booked = Pick<Posting, 'kind' | 'subject' | 'ref' | 'txHash' | 'positionInTx'> & { id: number; at: Date; entries: Entry[] }

/**
 * Where book and chain part: `lost` is on the chain and not in the book, `false` in the book and not on the chain,
 * `double` booked more than once, `drift` booked with another content. `row` names the posting in the book.
 */
export type Difference = {
  what: 'lost' | 'false' | 'double' | 'drift'
  txHash: string
  positionInTx: number
  row: string | null
  says: string
}

/** Every difference between what the chain means and what is booked. */
export function differencesOf(expected: readonly Posting[], booked: readonly Booked[]): Difference[] {
  const onChain = new Map(expected.map((posting) => [placeOf(posting), posting]))
  const inBook = new Map<string, Booked[]>()
  for (const posting of booked) inBook.set(placeOf(posting), [...(inBook.get(placeOf(posting)) ?? []), posting])
  const lost = expected
    .filter((posting) => !inBook.has(placeOf(posting)))
    .map((posting) => difference('lost', posting, null, textOf(posting)))
  const rest = [...inBook].flatMap(([place, rows]) => rows.flatMap((row, index) => judge(row, index, onChain.get(place))))
  return [...lost, ...rest]
}

function judge(row: Booked, index: number, posting: Posting | undefined): Difference[] {
  const name = `ledger_postings ${row.id}`
  if (!posting) return [difference('false', row, name, textOf(row))]
  if (index > 0) return [difference('double', row, name, textOf(row))]
  const [is, should] = [textOf(row), textOf(posting)]
  return is === should ? [] : [difference('drift', row, name, `${is}, the chain says ${should}`)]
}

function difference(what: Difference['what'], at: Pick<Posting, 'txHash' | 'positionInTx'>, row: string | null, says: string): Difference {
  return { what, txHash: at.txHash, positionInTx: at.positionInTx, row, says }
}

const placeOf = ({ txHash, positionInTx }: Pick<Posting, 'txHash' | 'positionInTx'>) => `${txHash} ${positionInTx}`

function textOf({ kind, subject, ref, entries }: Pick<Posting, 'kind' | 'subject' | 'ref' | 'entries'>): string {
  const lines = entries.map(({ account, asset, amount, part }) => `${account} ${amount} ${asset} ${part}`).sort()
  return [kind, subject, ref, ...lines].join(' | ')
}
