import type { TipView } from '@corefans/shared/contracts/tips.ts'
import type { Page } from '@corefans/shared/values/page.ts'
import { me, type Read } from '../../kernel/ctx.ts'
import { moneyOf } from '../../kernel/currency.ts'
import { pageOf, placeOf } from '../../kernel/cursor.ts'
import type { Hydrate } from '../../kernel/hydration.ts'
import { findIntent, type PaymentRow, paymentOfIntent, paymentsOf, stateOf } from '../payments/index.ts'
import { peopleOf } from '../profiles/index.ts'
import { problem } from './problems.ts'
import { tip } from './purpose.ts'
import { countsOf } from './store.ts'

/** How many tips subjects have; those without are absent. */
export const hydrateTips: Hydrate = async (read, subjects) =>
  new Map(
    (
      await countsOf(
        read,
        subjects.map(({ id }) => id),
      )
    ).map(({ id, tips }) => [id, { counts: { tips } }]),
  )

async function view(read: Read, rows: readonly PaymentRow[]): Promise<TipView[]> {
  const people = await peopleOf(
    read,
    rows.flatMap(({ payerId, payeeId }) => [payerId, payeeId].filter((id) => id !== null)),
  )
  const money = (row: PaymentRow, amount: bigint) => moneyOf(read.chain, row.asset, amount)
  return rows.map((row) => ({
    id: row.id,
    payer: people.get(row.payerId ?? '') ?? null,
    payee: people.get(row.payeeId ?? '') ?? null,
    postId: row.subjectId,
    gross: money(row, BigInt(row.gross)),
    fee: money(row, BigInt(row.fee)),
    net: money(row, BigInt(row.gross) - BigInt(row.fee)),
    delivered: !row.credited,
    ...stateOf(read.chain, row),
    txHash: row.txHash,
    at: row.at.toISOString(),
  }))
}

export const listTips = async (
  read: Read,
  input: { side: 'received' | 'given'; limit: number; cursor?: string | undefined },
): Promise<Page<TipView>> => {
  const as = input.side === 'given' ? ('payer' as const) : ('payee' as const)
  const rows = await paymentsOf(read, me(read), { purpose: tip.name, as, place: placeOf(input.cursor), limit: input.limit })
  return pageOf(rows, input.limit, await view(read, rows))
}

/** What became of one of the actor's promises. */
export const readTipIntent = async (read: Read, { intentId }: { intentId: string }) => {
  const intent = await findIntent(read, intentId)
  if (intent?.payerId !== me(read) || intent.purpose !== tip.name) throw problem.unknown()
  const row = await paymentOfIntent(read, intentId)
  const [kept] = row ? await view(read, [row]) : []
  return { state: kept?.state ?? ('open' as const), tip: kept ?? null }
}
