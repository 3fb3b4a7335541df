import { platformFeeDown } from '../fees.ts'

/** What a tip or payment of `gross` comes to: the fee is part of it, the rest is the payee's. */
export type PaymentQuote = { gross: bigint; fee: bigint; net: bigint }

/** The parts of a tip, a payment or a release from escrow; execution divides by the same rule, to the wei. */
export function quotePayment(gross: bigint): PaymentQuote {
  const fee = platformFeeDown(gross)
  return { gross, fee, net: gross - fee }
}
