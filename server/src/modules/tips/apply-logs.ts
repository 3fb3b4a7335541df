import { idOfRef } from '@corefans/chain/payment-ref.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { moneyOf } from '../../kernel/currency.ts'
import type { ChainPort, InboxLog } from '../../kernel/ports/chain.ts'
import { paymentsIn, unclaimed } from '../purchases/index.ts'
import { accountsPaidAt } from '../teams/index.ts'
import { bySubject, tipsFrom } from './match-intents.ts'
import { insertTips, moveTipCounts, openIntents, reverseTips, type TipRow } from './store.ts'

/** Nobody is told of what is older than this: a fresh index of an old chain is not news. */
const newsMs = 86_400_000

/** Takes tips in: whose they are, which promise they keep, and one more on their post; few statements for any number. */
export async function applyTips(ctx: Ctx, chain: ChainPort, logs: readonly InboxLog[]): Promise<void> {
  const payments = await unclaimed(ctx, chain.id, paymentsIn(chain, logs))
  if (payments.length === 0) return
  const ids = payments.flatMap(({ ref }) => idOfRef(ref) ?? [])
  const open = new Map((await openIntents(ctx, [...new Set(ids)])).map((intent) => [intent.id, intent]))
  const accounts = await accountsPaidAt(
    ctx,
    payments.flatMap(({ payer, payee }) => [payer, payee]),
  )
  const tips = tipsFrom(payments, open, (wallet) => accounts.get(wallet) ?? null)
  const added = await insertTips(ctx, chain.id, tips)
  const counts = await moveTipCounts(ctx, bySubject(added, 1))
  for (const tip of added) {
    if (ctx.now.getTime() - tip.at.getTime() > newsMs) continue
    await ctx.emit({ type: 'tip.seen', ...toldOf(chain, tip, counts), delivered: !tip.credited })
  }
}

/** What a reorg took back is marked, and counted back; the same transaction may come again in another block. */
export async function undoTips(ctx: Ctx, chain: ChainPort, logs: readonly InboxLog[]): Promise<void> {
  const gone = logs.filter((log) => log.kind === 'payments').map(({ txHash, positionInTx }) => ({ txHash, positionInTx }))
  if (gone.length === 0) return
  const reversed = await reverseTips(ctx, chain.id, gone)
  const counts = await moveTipCounts(ctx, bySubject(reversed, -1))
  for (const tip of reversed) await ctx.emit({ type: 'tip.reversed', ...toldOf(chain, tip, counts) })
}

const toldOf = (chain: ChainPort, tip: TipRow, counts: ReadonlyMap<string, number>) => ({
  tipId: tip.id,
  subjectId: tip.subjectId,
  tips: counts.get(tip.subjectId ?? '') ?? 0,
  payerId: tip.payerId,
  payeeId: tip.payeeId,
  gross: moneyOf(chain, tip.asset, tip.gross),
})
