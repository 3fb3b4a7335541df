import type { PaymentLog } from '@corefans/chain/payment-log.ts'
import { idOfRef } from '@corefans/chain/payment-ref.ts'
import type { SeenPayment } from '../purchases/index.ts'
import type { IntentRow, NewTip } from './store.ts'

/** The promise that a payment keeps: the first with its reference that has the same payee, asset and amount, to the wei. */
export function keeps(payment: PaymentLog, intent: IntentRow | undefined): intent is IntentRow {
  return (
    intent !== undefined &&
    intent.payeeWallet === payment.payee &&
    intent.asset === payment.asset &&
    BigInt(intent.amount) === payment.gross
  )
}

/** Tips as they are stored; each promise is kept by the first payment that fits it, and any other is a tip all the same. */
export function tipsFrom(
  payments: readonly SeenPayment[],
  open: ReadonlyMap<string, IntentRow>,
  accountAt: (wallet: string) => string | null,
): NewTip[] {
  const left = new Map(open)
  return payments.map((payment) => {
    const intent = left.get(idOfRef(payment.ref) ?? '')
    const kept = keeps(payment, intent) ? intent : undefined
    if (kept) left.delete(kept.id)
    return {
      ...payment,
      gross: payment.gross.toString(),
      fee: payment.fee.toString(),
      payerId: accountAt(payment.payer),
      payeeId: accountAt(payment.payee),
      intentId: kept?.id ?? null,
      subjectId: kept?.subjectId ?? null,
    }
  })
}

/** How many more tips each subject has. */
export function bySubject(tips: readonly { subjectId: string | null }[], sign: 1 | -1): Map<string, number> {
  const deltas = new Map<string, number>()
  for (const { subjectId } of tips) if (subjectId) deltas.set(subjectId, (deltas.get(subjectId) ?? 0) + sign)
  return deltas
}
