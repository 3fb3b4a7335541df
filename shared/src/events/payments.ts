import type { Money } from '../values/money.ts'
import type { Wire } from './audience.ts'

/** A payment stands on the chain, for a purpose that a module gave a name: `tip`, `purchase`. Stays inside: amounts are nobody else's business. */
export type PaymentSettled = {
  type: 'payment.settled'
  paymentId: string
  purpose: string
  subjectId: string | null
  /** Whose wallets they were. */
  payerId: string | null
  payeeId: string | null
  /** Between whom the promise was made that it keeps: a friend's wallet may have paid. Null: nobody promised it. */
  promise: { payerId: string; payeeId: string } | null
  gross: Money
  /** False: the payee could not be paid and withdraws it from the contract. */
  delivered: boolean
}
/** A reorg took a payment back, and with it what followed for its purpose. */
export type PaymentReversed = Omit<PaymentSettled, 'type'> & { type: 'payment.reversed' }

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
  'payment.settled': [],
  'payment.reversed': [],
} satisfies Wire<TipSeen | TipReversed | PaymentSettled | PaymentReversed>
