import { moneyOf } from '../../kernel/currency.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { isNews, type PaymentRow, type Purpose } from '../payments/index.ts'
import { moveTipCounts } from './store.ts'

/** A tip is promised, or it is what somebody paid without a promise: it is the payee's all the same. */
export const tip = { name: 'tip', takesUnpromised: true } as const

/** One more on the post of each tip, or after a reorg one less, and open pages hear of it. */
export const tipPurpose: Purpose = {
  ...tip,
  settled: async (ctx, tips) => {
    const counts = await moveTipCounts(ctx, bySubject(tips, 1))
    for (const one of tips)
      if (isNews(ctx, one)) await ctx.emit({ type: 'tip.seen', ...factsOf(ctx.chain, one, counts), delivered: !one.credited })
  },
  reversed: async (ctx, tips) => {
    const counts = await moveTipCounts(ctx, bySubject(tips, -1))
    for (const one of tips) await ctx.emit({ type: 'tip.reversed', ...factsOf(ctx.chain, one, counts) })
  },
}

/** How many more tips each subject has. */
function bySubject(tips: readonly PaymentRow[], sign: 1 | -1): Map<string, number> {
  const deltas = new Map<string, number>()
  for (const { subjectId } of tips) if (subjectId) deltas.set(subjectId, (deltas.get(subjectId) ?? 0) + sign)
  return deltas
}

const factsOf = (chain: ChainPort, tip: PaymentRow, counts: ReadonlyMap<string, number>) => ({
  tipId: tip.id,
  subjectId: tip.subjectId,
  tips: counts.get(tip.subjectId ?? '') ?? 0,
  payerId: tip.payerId,
  payeeId: tip.payeeId,
  gross: moneyOf(chain, tip.asset, tip.gross),
})
