import { idOfRef } from '@corefans/chain/payment-ref.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { moneyOf } from '../../kernel/currency.ts'
import type { ChainPort, InboxLog } from '../../kernel/ports/chain.ts'
import { grant, revoke } from '../access/index.ts'
import { paymentsIn, type SeenPayment } from './seen-payment.ts'
import { purchasesFrom } from './settle.ts'
import { insertPurchases, openInvoices, type PurchaseRow, purchasesAt, reversePurchases, stillPaid } from './store.ts'

/** Settles invoices and opens what they were for, in the transaction that takes the payment in. */
export async function applyPurchases(ctx: Ctx, chain: ChainPort, logs: readonly InboxLog[]): Promise<void> {
  const payments = paymentsIn(chain, logs).filter(({ once }) => once)
  const ids = payments.flatMap(({ ref }) => idOfRef(ref) ?? [])
  if (ids.length === 0) return
  const open = new Map((await openInvoices(ctx, [...new Set(ids)])).map((invoice) => [invoice.id, invoice]))
  const added = await insertPurchases(ctx, chain.id, purchasesFrom(payments, open))
  await grant(ctx, added.map(rightOf))
  for (const purchase of added) await announce(ctx, chain, purchase, 'purchase.seen')
}

/** Takes purchases back with what they opened, unless another payment opened it too. */
export async function undoPurchases(ctx: Ctx, chain: ChainPort, logs: readonly InboxLog[]): Promise<void> {
  const gone = logs.filter((log) => log.kind === 'payments').map(({ txHash, positionInTx }) => ({ txHash, positionInTx }))
  if (gone.length === 0) return
  const reversed = await reversePurchases(ctx, chain.id, gone)
  if (reversed.length === 0) return
  const kept = new Set((await stillPaid(ctx, reversed)).map(keyOf))
  await revoke(ctx, reversed.filter((row) => !kept.has(keyOf(row))).map(rightOf))
  for (const purchase of reversed) await announce(ctx, chain, purchase, 'purchase.reversed')
}

/** The payments that settled no invoice. Asked after purchases were applied. */
export async function unclaimed(ctx: Ctx, chainId: number, payments: readonly SeenPayment[]): Promise<SeenPayment[]> {
  const once = payments.filter((payment) => payment.once)
  if (once.length === 0) return [...payments]
  const claimed = new Set((await purchasesAt(ctx, chainId, once)).map(({ tx, position }) => `${tx} ${position}`))
  return payments.filter(({ tx, position }) => !claimed.has(`${tx} ${position}`))
}

const rightOf = ({ subjectId, buyerId }: PurchaseRow) => ({ subjectId, accountId: buyerId })
const keyOf = ({ subjectId, buyerId }: { subjectId: string; buyerId: string }) => `${buyerId} ${subjectId}`

async function announce(ctx: Ctx, chain: ChainPort, row: PurchaseRow, type: 'purchase.seen' | 'purchase.reversed'): Promise<void> {
  const { subjectId, buyerId, sellerId } = row
  await ctx.emit({ type, subjectId, buyerId, sellerId, gross: moneyOf(chain, row.asset, row.gross) })
  const reason = type === 'purchase.seen' ? 'bought' : 'reorg'
  await ctx.emit({ type: 'access.changed', accountId: buyerId, creatorId: sellerId, reason })
}
