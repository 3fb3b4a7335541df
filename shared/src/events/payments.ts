import type { Money } from '../values/money.ts'
import type { Wire } from './audience.ts'

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

/** Whoever looks at a post hears how many tips it has; what came, and by which call, hears only who was paid. */
const tipAudiences = [
  {
    topics: ({ subjectId }: TipMoved) => (subjectId === null ? [] : [`post:${subjectId}`]),
    view: <T extends TipMoved['type']>({ type, subjectId, tips }: TipMoved & { type: T }) => ({ type, subjectId, tips }),
  },
  {
    topics: ({ payeeId }: TipMoved) => (payeeId === null ? [] : [`account:${payeeId}`]),
    view: <T extends TipMoved['type']>({ type, subjectId, tips, tipId, gross }: TipMoved & { type: T }) => ({
      type,
      subjectId,
      tips,
      tipId,
      gross,
    }),
  },
]
type TipMoved = Omit<TipSeen, 'type' | 'delivered'> & { type: 'tip.seen' | 'tip.reversed' }

export const paymentsWire = {
  'tip.seen': tipAudiences,
  'tip.reversed': tipAudiences,
  'purchase.seen': [],
  'purchase.reversed': [],
} satisfies Wire<TipSeen | TipReversed | PurchaseSeen | PurchaseReversed>
