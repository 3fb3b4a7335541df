import type { TipIntent } from '@corefans/shared/contracts/tips.ts'
import type { Currency } from '@corefans/shared/values/money.ts'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { judge } from '../access/index.ts'
import { promise } from '../payments/index.ts'
import { accountNamed, peopleOf } from '../profiles/index.ts'
import { payoutOf } from '../teams/index.ts'
import { problem } from './problems.ts'
import { tip } from './purpose.ts'

type Wanted = { handle: string; postId?: string | undefined; currency: Currency; amount: string }

/** A promise to tip: it fixes payee, asset, amount and reference, and charges nothing. */
export const startTip = async (ctx: Ctx, { handle, postId, currency, amount }: Wanted): Promise<TipIntent> => {
  const { id: payeeId } = await accountNamed(ctx, handle)
  if (payeeId === me(ctx)) throw problem.yourself()
  if (postId) await mustBeTheirs(ctx, postId, payeeId)
  const payeeWallet = await payoutOf(ctx, payeeId)
  if (!payeeWallet) throw problem['no-wallet']()
  const promised = { purpose: tip.name, payeeId, payeeWallet, currency, amount, subjectId: postId ?? null, once: false }
  const intent = await promise(ctx, promised)
  const payee = (await peopleOf(ctx, [payeeId])).get(payeeId)
  if (!intent || !payee) throw problem['not-here']()
  return { ...intent, payee }
}

/** A locked post may be tipped; one that the actor must not know of may not. */
async function mustBeTheirs(ctx: Ctx, postId: string, payeeId: string): Promise<void> {
  const [judged] = await judge(ctx, [{ viewer: ctx.actor, subjectId: postId }])
  if (!judged || judged.verdict === 'hidden' || judged.subject?.ownerId !== payeeId) throw problem['unknown-post']()
}
