import type { Invoice } from '@corefans/shared/contracts/purchases.ts'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { assetOf } from '../../kernel/currency.ts'
import { termsOf } from '../../kernel/payment-terms.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { judge, priceOf } from '../access/index.ts'
import { walletsOf } from '../accounts/index.ts'
import { peopleOf } from '../profiles/index.ts'
import { payoutOf } from '../teams/index.ts'
import { problem } from './problems.ts'
import { insertInvoice, lockBuyer, sameInvoice } from './store.ts'

/** The invoice for a post at its price now. Asked again while unpaid and unchanged, it is the same, and so is its nonce. */
export const startPurchase =
  (chain: ChainPort) =>
  async (ctx: Ctx, { postId }: { postId: string }): Promise<Invoice> => {
    const { sellerId, price } = await mustBeForSale(ctx, chain, postId)
    const payeeWallet = await payoutOf(ctx, sellerId)
    if (!payeeWallet) throw problem['no-wallet']()
    const asset = assetOf(chain, price.currency)
    if (asset === null) throw problem['not-here']()
    await lockBuyer(ctx, me(ctx))
    const wanted = { buyerId: me(ctx), sellerId, subjectId: postId, payeeWallet, asset, amount: price.amount }
    const invoice = (await sameInvoice(ctx, wanted)) ?? (await insertInvoice(ctx, wanted, await walletsOfBuyer(ctx)))
    const terms = termsOf(chain, { ...invoice, nonce: BigInt(invoice.nonce) })
    const seller = (await peopleOf(ctx, [sellerId])).get(sellerId)
    if (!terms || !seller) throw problem['not-here']()
    return { id: invoice.id, postId, seller, terms }
  }

const walletsOfBuyer = async (ctx: Ctx) => ((await walletsOf(ctx, [me(ctx)])).get(me(ctx)) ?? []).map((wallet) => wallet.address)

async function mustBeForSale(ctx: Ctx, chain: ChainPort, postId: string) {
  const [judged] = await judge(ctx, chain.id, [{ viewer: ctx.actor, subjectId: postId }])
  if (!judged?.subject || judged.verdict === 'hidden') throw problem.unknown()
  const price = priceOf(judged.subject.gate)
  if (price === null) throw problem['not-for-sale']()
  if (judged.verdict === 'open') throw problem['already-open']()
  return { sellerId: judged.subject.ownerId, price }
}
