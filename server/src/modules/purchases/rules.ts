import { type PaymentLog, paymentOf } from '@corefans/chain/payment-log.ts'
import { idOfRef, refOf } from '@corefans/chain/payment-ref.ts'
import { isKnownAsset } from '../../kernel/currency.ts'
import type { ChainPort, InboxLog } from '../../kernel/ports/chain.ts'
import type { InvoiceRow, NewPurchase } from './store.ts'

/** A payment with its place on the chain. */
export type SeenPayment = PaymentLog & { block: string; hash: string; tx: string; position: number; at: number }

/** Payments of known assets in logs, in chain order. */
export function paymentsIn(chain: Pick<ChainPort, 'id' | 'contracts'>, logs: readonly InboxLog[]): SeenPayment[] {
  return logs.flatMap((log) => {
    const payment = paymentOf(log)
    if (payment === null || !isKnownAsset(chain, payment.asset)) return []
    const { block } = log
    const place = { block: block.number.toString(), hash: block.hash, at: Number(block.timestampS) }
    return [{ ...payment, ...place, tx: log.txHash, position: log.positionInTx }]
  })
}

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
