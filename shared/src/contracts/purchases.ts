import { z } from 'zod'
import { contract } from '../contract.ts'
import { Id } from '../values/ids.ts'
import { Money } from '../values/money.ts'
import { page, pageInput } from '../values/page.ts'
import { Person } from './profiles.ts'
import { PaymentState, PaymentTerms } from './tips.ts'

export const Invoice = z.object({ id: Id, postId: Id, seller: Person, terms: PaymentTerms })
export type Invoice = z.infer<typeof Invoice>

export const PurchaseView = z.object({
  id: Id,
  postId: Id,
  seller: Person,
  gross: Money,
  fee: Money,
  state: PaymentState,
  txHash: z.string(),
  at: z.iso.datetime(),
})
export type PurchaseView = z.infer<typeof PurchaseView>

export const startPurchase = contract('POST /api/posts/:postId/purchase', {
  summary: 'The invoice for a post that is sold by itself; asked again, the same invoice while it is unpaid and unchanged',
  who: 'account',
  input: z.strictObject({ postId: Id }),
  output: Invoice,
  status: 201,
  problems: ['purchases/unknown', 'purchases/not-for-sale', 'purchases/already-open', 'purchases/no-wallet', 'purchases/not-here'],
  idempotency: 'required',
  rate: { points: 60, per: 'account' },
})
export const listPurchases = contract('GET /api/me/purchases', {
  summary: 'What this account has paid for once, newest first',
  who: 'account',
  actFor: 'money',
  input: z.strictObject({ ...pageInput }),
  output: page(PurchaseView),
  problems: ['http/bad-cursor'],
})
