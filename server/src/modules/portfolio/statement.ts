import type { StatementLine } from '@corefans/shared/contracts/portfolio.ts'
import { me, type Read } from '../../kernel/ctx.ts'
import { column, cursorBy } from '../../kernel/cursor.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { accountsOfWallets, walletsOf } from '../accounts/index.ts'
import { type LedgerLine, ledgerOf, ledgerSums } from '../ledger/index.ts'
import { peopleOf } from '../profiles/index.ts'

type Chain = Pick<ChainPort, 'id' | 'head' | 'confirmations'>
const byPosting = cursorBy({ id: column.bigint })
type Wanted = { month: string; limit: number; cursor?: string | undefined }

/** The first instants of a month and of the next, in UTC. */
export function monthBounds(month: string): { from: Date; to: Date } {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return { from: new Date(Date.UTC(year, number - 1)), to: new Date(Date.UTC(year, number)) }
}

/** The addresses of the actor's wallets. */
export const myWallets = async (read: Read): Promise<string[]> =>
  ((await walletsOf(read, [me(read)])).get(me(read)) ?? []).map(({ address }) => address)

export const readStatement = async (read: Read, { month, limit, cursor }: Wanted) => {
  const before = byPosting.read(cursor)
  const holders = await myWallets(read)
  const bounds = { holders, ...monthBounds(month) }
  const [lines, totals] = await Promise.all([
    ledgerOf(read, { ...bounds, limit: limit + 1, ...(before ? { before: before.id } : {}) }),
    ledgerSums(read, bounds),
  ])
  const { rows, nextCursor } = byPosting.cut(lines, limit, ({ id }) => ({ id }))
  return { items: await presentLines(read, { lines: rows, holders }), nextCursor, totals }
}

/** Lines as their holder sees them, with whoever was on the other side. */
export async function presentLines(
  read: Read,
  { lines, holders }: { lines: readonly LedgerLine[]; holders: readonly string[] },
): Promise<StatementLine[]> {
  const mine = new Set(holders)
  const others = new Map(lines.map((line) => [line.id, otherSide(line, mine)]))
  const accounts = await accountsOfWallets(read, [...new Set([...others.values()].flatMap((address) => address ?? []))])
  const people = await peopleOf(read, [...new Set(accounts.values())])
  return lines.map((line) => {
    const address = others.get(line.id) ?? null
    return {
      postingId: String(line.id),
      at: line.at.toISOString(),
      kind: line.kind,
      amounts: summed(line.entries.filter(({ holder }) => holder !== null && mine.has(holder))),
      fees: summed(line.entries.filter(({ part }) => part === 'fee')),
      subject: line.subject,
      counterparty: address === null ? null : { address, person: people.get(accounts.get(address) ?? '') ?? null },
      txHash: line.txHash,
      block: line.block,
      state: stateOf(line, read.chain),
    }
  })
}

/** Money can be spent once enough blocks stand on it; access never waits for that. */
const stateOf = ({ reversed, block }: LedgerLine, chain: Chain): StatementLine['state'] =>
  reversed ? 'reversed' : chain.head() - block + 1 >= chain.confirmations ? 'confirmed' : 'seen'

function otherSide({ entries }: LedgerLine, mine: ReadonlySet<string>): string | null {
  const holders = new Set(entries.flatMap(({ holder, part }) => (holder === null || mine.has(holder) || part === 'royalty' ? [] : holder)))
  const [one, more] = holders
  return one !== undefined && more === undefined ? one : null
}

function summed(entries: readonly { asset: string; amount: bigint }[]): { asset: string; amount: string }[] {
  const sums = new Map<string, bigint>()
  for (const { asset, amount } of entries) sums.set(asset, (sums.get(asset) ?? 0n) + amount)
  return [...sums].filter(([, amount]) => amount !== 0n).map(([asset, amount]) => ({ asset, amount: amount.toString() }))
}
