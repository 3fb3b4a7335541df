import type { Read } from '../../kernel/ctx.ts'
import { ledgerOf } from '../ledger/index.ts'
import { csvOf } from './csv.ts'
import { readPortfolio } from './read-portfolio.ts'
import { monthBounds, myWallets, presentLines } from './statement.ts'

/** The portfolio as a file: one row for each currency of each position, amounts in smallest units. */
export async function portfolioCsv(read: Read): Promise<string> {
  const { items } = await readPortfolio(read)
  const header = ['asset', 'kind', 'creator', 'amount', 'currency', 'cost', 'realised', 'value', 'unrealised', 'valued_by']
  const rows = items.flatMap(({ asset, kind, creator, amount, money, valuedBy }) =>
    money.map(({ currency, cost, realised, value, unrealised }) => [
      ...[asset, kind, creator?.handle ?? '', amount, currency],
      ...[cost, realised, value ?? '', unrealised ?? '', valuedBy ?? ''],
    ]),
  )
  return csvOf(header, rows)
}

/** A month as a file: one row for each asset that moved in each posting, oldest first. */
export async function statementCsv(read: Read, { month }: { month: string }): Promise<string> {
  const holders = await myWallets(read)
  const lines = await ledgerOf(read, { holders, ...monthBounds(month), oldestFirst: true })
  const shown = await presentLines(read, { lines, holders })
  const header = ['at', 'kind', 'asset', 'amount', 'fee', 'counterparty', 'subject', 'state', 'block', 'transaction']
  const rows = shown.flatMap((line) =>
    line.amounts.map(({ asset, amount }) => [
      line.at,
      line.kind,
      asset,
      amount,
      line.fees.find((fee) => fee.asset === asset)?.amount ?? '0',
      line.counterparty?.person?.handle ?? line.counterparty?.address ?? '',
      line.subject ?? '',
      line.state,
      String(line.block),
      line.txHash,
    ]),
  )
  return csvOf(header, rows)
}
