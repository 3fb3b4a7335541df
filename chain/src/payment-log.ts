import { type AbiEvent, type Hex, toEventSelector, zeroAddress } from 'viem'
import { paymentsAbi } from './abi/payments.ts'
import type { RawLog } from './watch/decode.ts'
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

const selector = toEventSelector(paymentsAbi.find((entry) => entry.type === 'event' && entry.name === 'Paid') as AbiEvent)
const words = 5
const ONCE = 1n

/**
 * The payment that a log announces, or null if it is none; `kind` says who spoke, so nobody else can announce one. Every
 * field is one word at a known place, so it is cut out and not decoded: 3 µs against 53 (November 2026), which a backfill feels.
 */
export function paymentOf({ kind, topics, data }: RawLog & { kind: EmitterKind }): PaymentLog | null {
  const [event, payer, payee, ref] = topics
  if (kind !== 'payments' || event !== selector || !payer || !payee || !ref || data.length !== 2 + 64 * words) return null
  const word = (index: number): string => data.slice(2 + 64 * index, 66 + 64 * index)
  const number = (index: number): bigint => BigInt(`0x${word(index)}`)
  const token = addressOf(word(0))
  return {
    payer: addressOf(payer),
    payee: addressOf(payee),
    ref,
    asset: token === zeroAddress ? 'native' : token,
    gross: number(1),
    fee: number(2),
    once: number(3) === ONCE,
    credited: number(4) !== 0n,
  }
}

const addressOf = (word: string): string => `0x${word.slice(-40).toLowerCase()}`
