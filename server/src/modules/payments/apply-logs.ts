import { idOfRef } from '@corefans/chain/payment-ref.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { moneyOf } from '../../kernel/currency.ts'
import type { Host } from '../../kernel/host.ts'
import type { ChainPort, InboxLog } from '../../kernel/ports/chain.ts'
import { accountsPaidAt } from '../teams/index.ts'
import { paymentsFrom } from './match-intents.ts'
import { hand, purposesOf, unpromised } from './purposes.ts'
import { paymentsIn, type SeenPayment } from './seen-payment.ts'
import { insertPayments, openIntents, type PaymentRow, reversePayments } from './store.ts'

/** Nobody is told of what is older than this: a fresh index of an old chain is not news. */
const newsMs = 86_400_000

/** Whether a payment is young enough to tell somebody of it. */
export const isNews = ({ now }: Pick<Ctx, 'now'>, { at }: Pick<PaymentRow, 'at'>): boolean => now.getTime() - at.getTime() <= newsMs

type Paying = Pick<Host, 'onChain'>

/** Takes payments in: whose they are, which promise they keep, and what follows for their purpose; few statements for any number. */
export async function applyPayments(host: Paying, ctx: Ctx, logs: readonly InboxLog[]): Promise<void> {
  const seen = paymentsIn(ctx.chain, logs)
  if (seen.length === 0) return
  const purposes = purposesOf(host)
  const owners = await accountsPaidAt(
    ctx,
    seen.flatMap(({ payer, payee }) => [payer, payee]),
  )
  const accountAt = (wallet: string) => owners.get(wallet) ?? null
  const payments = paymentsFrom(seen, await promisesNamed(ctx, seen), { accountAt, unpromised: unpromised(purposes) })
  const added = await insertPayments(ctx, payments)
  await hand(purposes, added, (one, its) => one.settled(ctx, its))
  for (const payment of added) if (isNews(ctx, payment)) await ctx.emit({ type: 'payment.settled', ...factsOf(ctx.chain, payment) })
}

/** What a reorg took back is marked, and its purpose takes back what followed; the same transaction may come again in another block. */
export async function undoPayments(host: Paying, ctx: Ctx, logs: readonly InboxLog[]): Promise<void> {
  const gone = logs.filter((log) => log.kind === 'payments').map(({ txHash, positionInTx }) => ({ txHash, positionInTx }))
  if (gone.length === 0) return
  const reversed = await reversePayments(ctx, gone)
  await hand(purposesOf(host), reversed, (one, its) => one.reversed(ctx, its))
  for (const payment of reversed) await ctx.emit({ type: 'payment.reversed', ...factsOf(ctx.chain, payment) })
}

async function promisesNamed(ctx: Ctx, payments: readonly SeenPayment[]) {
  const ids = [...new Set(payments.flatMap(({ ref }) => idOfRef(ref) ?? []))]
  return new Map((ids.length === 0 ? [] : await openIntents(ctx, ids)).map((intent) => [intent.id, intent]))
}

const factsOf = (chain: ChainPort, payment: PaymentRow) => ({
  paymentId: payment.id,
  purpose: payment.purpose,
  subjectId: payment.subjectId,
  payerId: payment.payerId,
  payeeId: payment.payeeId,
  promise: payment.promise,
  gross: moneyOf(chain, payment.asset, payment.gross),
  delivered: !payment.credited,
})
