import type { PaymentLog } from '@corefans/chain/payment-log.ts'
import { idOfRef, refOf } from '@corefans/chain/payment-ref.ts'
import type { SeenPayment } from './seen-payment.ts'
import type { IntentRow, NewPayment } from './store.ts'

/**
 * Whether a payment keeps a promise: with its whole reference, payee, asset and amount, to the wei. What is to be paid once
 * must also be paid so, since only then does the contract refuse a second time.
 */
export function keeps(payment: PaymentLog, intent: IntentRow | undefined): intent is IntentRow {
  return (
    intent !== undefined &&
    (payment.once || intent.nonce === '0') &&
    refOf(intent.id, BigInt(intent.nonce)) === payment.ref.toLowerCase() &&
    intent.payeeWallet === payment.payee &&
    intent.asset === payment.asset &&
    BigInt(intent.amount) === payment.gross
  )
}

/** Payments as they are stored; each promise is kept by the first that fits it, and any other is of the `unpromised` purpose. */
export function paymentsFrom(
  payments: readonly SeenPayment[],
  open: ReadonlyMap<string, IntentRow>,
  { accountAt, unpromised }: { accountAt: (wallet: string) => string | null; unpromised: string },
): NewPayment[] {
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
      purpose: kept?.purpose ?? unpromised,
      intentId: kept?.id ?? null,
      subjectId: kept?.subjectId ?? null,
    }
  })
}
