import { type PaymentLog, paymentOf } from '@corefans/chain/payment-log.ts'
import { isKnownAsset } from '../../kernel/currency.ts'
import type { ChainPort, InboxLog } from '../../kernel/ports/chain.ts'

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
