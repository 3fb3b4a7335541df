import type { Invoice } from '@corefans/shared/contracts/purchases.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { judge, priceOf } from '../access/index.ts'
import { promise } from '../payments/index.ts'
import { peopleOf } from '../profiles/index.ts'
import { payoutOf } from '../teams/index.ts'
import { problem } from './problems.ts'
import { purchase } from './purpose.ts'

/** The invoice for a post at its price now. Asked again while unpaid and unchanged, it is the same, and so is its nonce. */
export const startPurchase = async (ctx: Ctx, { postId }: { postId: string }): Promise<Invoice> => {
  const { sellerId, price } = await mustBeForSale(ctx, postId)
  const payeeWallet = await payoutOf(ctx, sellerId)
  if (!payeeWallet) throw problem['no-wallet']()
  const promised = { purpose: purchase.name, payeeId: sellerId, payeeWallet, subjectId: postId, once: true }
  const invoice = await promise(ctx, { ...promised, currency: price.currency, amount: price.amount })
  const seller = (await peopleOf(ctx, [sellerId])).get(sellerId)
  if (!invoice || !seller) throw problem['not-here']()
  return { ...invoice, postId, seller }
}

async function mustBeForSale(ctx: Ctx, postId: string) {
  const [judged] = await judge(ctx, [{ viewer: ctx.actor, subjectId: postId }])
  if (!judged?.subject || judged.verdict === 'hidden') throw problem.unknown()
  const price = priceOf(judged.subject.gate)
  if (price === null) throw problem['not-for-sale']()
  if (judged.verdict === 'open') throw problem['already-open']()
  return { sellerId: judged.subject.ownerId, price }
}
