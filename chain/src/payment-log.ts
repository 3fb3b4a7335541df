import { type Hex, zeroAddress } from 'viem'
import { paymentsAbi } from './abi/payments.ts'
import { decoderOf, type RawLog } from './watch/decode.ts'
import type { EmitterKind } from './watch/emitters.ts'

/** What a `Paid` log says; addresses in lower case, `asset` is `native` or a token's address. */
export type PaymentLog = {
  payer: string
  payee: string
  ref: Hex
  asset: string
  gross: bigint
  fee: bigint
  /** Made once for its reference, against an invoice; otherwise a tip. */
  once: boolean
  /** The payee could not be paid and has a credit in the contract. */
  credited: boolean
}

const decode = decoderOf(paymentsAbi)
const ONCE = 1

/** The payment that a log announces, or null if it is none; `kind` says who spoke, so nobody else can announce one. */
export function paymentOf(log: RawLog & { kind: EmitterKind }): PaymentLog | null {
  if (log.kind !== 'payments') return null
  const event = decode(log)
  if (event?.eventName !== 'Paid') return null
  const { payer, payee, ref, token, gross, fee, kind, credited } = event.args
  return {
    payer: payer.toLowerCase(),
    payee: payee.toLowerCase(),
    ref,
    asset: token === zeroAddress ? 'native' : token.toLowerCase(),
    gross,
    fee,
    once: kind === ONCE,
    credited,
  }
}
