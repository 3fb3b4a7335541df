import { z } from 'zod'
import { contract } from '../contract.ts'
import { Handle } from '../values/handle.ts'
import { AddressView, Id } from '../values/ids.ts'
import { Amount, Currency, Money } from '../values/money.ts'
import { page, pageInput } from '../values/page.ts'
import { Person } from './profiles.ts'

/** What to send where, and what becomes of it: the fee is part of the gross. */
export const PaymentTerms = z.object({
  payments: AddressView,
  payee: AddressView,
  /** null is the native coin. */
  token: AddressView.nullable(),
  ref: z.string(),
  gross: Money,
  fee: Money,
  net: Money,
  feeBps: z.number().int(),
})
export type PaymentTerms = z.infer<typeof PaymentTerms>

export const TipIntent = z.object({ id: Id, payee: Person, terms: PaymentTerms })
export type TipIntent = z.infer<typeof TipIntent>

/** `seen` stands in a block, `confirmed` under enough of them, `reversed` was taken back by a reorg. */
export const PaymentState = z.enum(['open', 'seen', 'confirmed', 'reversed'])

export const TipView = z.object({
  id: Id,
  /** null is a wallet that no account has linked. */
  payer: Person.nullable(),
  payee: Person.nullable(),
  postId: Id.nullable(),
  gross: Money,
  fee: Money,
  net: Money,
  delivered: z.boolean(),
  state: PaymentState,
  confirmations: z.object({ have: z.number().int(), needed: z.number().int() }),
  txHash: z.string(),
  at: z.iso.datetime(),
})
export type TipView = z.infer<typeof TipView>

export const startTip = contract('POST /api/tips', {
  summary: 'Promise a tip: where to send it and what becomes of it. Nothing is charged until the wallet signs.',
  who: 'account',
  input: z.strictObject({ handle: Handle, postId: Id.optional(), currency: Currency, amount: Amount }),
  output: TipIntent,
  status: 201,
  problems: ['profiles/unknown', 'tips/unknown-post', 'tips/yourself', 'tips/no-wallet', 'tips/not-here'],
  idempotency: 'required',
  rate: { points: 60, per: 'account' },
})
export const readTipIntent = contract('GET /api/tips/:intentId', {
  summary: 'What became of a promised tip',
  who: 'account',
  input: z.strictObject({ intentId: Id }),
  output: z.object({ state: PaymentState, tip: TipView.nullable() }),
  problems: ['tips/unknown'],
})
export const listTips = contract('GET /api/me/tips', {
  summary: 'Tips given or received, newest first',
  who: 'account',
  actFor: 'money',
  input: z.strictObject({ side: z.enum(['received', 'given']).default('received'), ...pageInput }),
  output: page(TipView),
  problems: ['http/bad-cursor'],
})
