import type { PaymentLog } from '@corefans/chain/payment-log.ts'
import { idOfRef, refOf } from '@corefans/chain/payment-ref.ts'
import type { SeenPayment } from './seen-payment.ts'
import type { InvoiceRow, NewPurchase } from './store.ts'

/** Whether a payment settles an invoice: made once, with its whole reference, payee, asset and amount, to the wei. */
export function settles(payment: PaymentLog, invoice: InvoiceRow | undefined): invoice is InvoiceRow {
  return (
    payment.once &&
    invoice !== undefined &&
    refOf(invoice.id, BigInt(invoice.nonce)) === payment.ref.toLowerCase() &&
    invoice.payeeWallet === payment.payee &&
    invoice.asset === payment.asset &&
    BigInt(invoice.amount) === payment.gross
  )
}

/** Purchases as they are stored; the first payment that fits an open invoice settles it, and no other. */
export function purchasesFrom(payments: readonly SeenPayment[], open: ReadonlyMap<string, InvoiceRow>): NewPurchase[] {
  const left = new Map(open)
  return payments.flatMap((payment) => {
    const invoice = left.get(idOfRef(payment.ref) ?? '')
    if (!settles(payment, invoice)) return []
    left.delete(invoice.id)
    const { buyerId, sellerId, subjectId } = invoice
    return [
      { ...payment, gross: payment.gross.toString(), fee: payment.fee.toString(), invoiceId: invoice.id, buyerId, sellerId, subjectId },
    ]
  })
}
