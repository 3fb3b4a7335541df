import type { Money } from '../values/money.ts'

/** A tip stands on the chain; `tips` counts those of its post after it. Live pages hear it by the post and the payee. */
export type TipSeen = {
  type: 'tip.seen'
  tipId: string
  subjectId: string | null
  tips: number
  payerId: string | null
  payeeId: string | null
  gross: Money
  /** False: the payee could not be paid and withdraws it from the contract. */
  delivered: boolean
}
/** A reorg took a tip back. */
export type TipReversed = Omit<TipSeen, 'type' | 'delivered'> & { type: 'tip.reversed' }

/** Something was paid for once: its buyer may open it from now on. */
export type PurchaseSeen = { type: 'purchase.seen'; subjectId: string; buyerId: string; sellerId: string; gross: Money }
/** A reorg took a purchase back, and with it what it opened. */
export type PurchaseReversed = Omit<PurchaseSeen, 'type'> & { type: 'purchase.reversed' }
