import type { PurchaseView } from '@corefans/shared/contracts/purchases.ts'
import type { Page } from '@corefans/shared/values/page.ts'
import { me, type Read } from '../../kernel/ctx.ts'
import { moneyOf } from '../../kernel/currency.ts'
import { pageOf, placeOf } from '../../kernel/cursor.ts'
import { paymentsOf, stateOf } from '../payments/index.ts'
import { peopleOf } from '../profiles/index.ts'
import { purchase } from './purpose.ts'

/** What the actor has paid for once. */
export const listPurchases = async (read: Read, input: { limit: number; cursor?: string | undefined }): Promise<Page<PurchaseView>> => {
  const wanted = { purpose: purchase.name, as: 'promiser' as const, place: placeOf(input.cursor), limit: input.limit }
  const rows = await paymentsOf(read, me(read), wanted)
  const people = await peopleOf(
    read,
    rows.flatMap(({ promise }) => promise?.payeeId ?? []),
  )
  const views = rows.flatMap((row) => {
    const seller = people.get(row.promise?.payeeId ?? '')
    if (!seller || !row.subjectId) return []
    const { state } = stateOf(read.chain, row)
    const money = { gross: moneyOf(read.chain, row.asset, row.gross), fee: moneyOf(read.chain, row.asset, row.fee) }
    return [{ id: row.id, postId: row.subjectId, seller, ...money, state, txHash: row.txHash, at: row.at.toISOString() }]
  })
  return pageOf(rows, input.limit, views)
}
