import type { PaymentTerms } from '@corefans/shared/contracts/tips.ts'
import type { Currency } from '@corefans/shared/values/money.ts'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { assetOf } from '../../kernel/currency.ts'
import { walletsOf } from '../accounts/index.ts'
import { insertIntent, insertIntentOnce, lockPayer, sameIntent } from './store.ts'
import { termsOf } from './terms.ts'

/** What the actor promises to pay: `amount` in the smallest unit of `currency`, to `payeeWallet`, where `payeeId` is paid. */
export type Promised = {
  purpose: string
  payeeId: string
  payeeWallet: string
  currency: Currency
  amount: string
  subjectId: string | null
  /** To be paid once and not again: asked for while unpaid and unchanged, it is the same promise with the same nonce. */
  once: boolean
}

/**
 * Fixes payee, asset, amount and reference of a payment, and charges nothing. Answers what the wallet must send, or null
 * where this network cannot pay so.
 */
export async function promise(ctx: Ctx, promised: Promised): Promise<{ id: string; terms: PaymentTerms } | null> {
  const { currency, once, ...rest } = promised
  const asset = assetOf(ctx.chain, currency)
  if (asset === null || !ctx.chain.contracts.payments) return null
  const wanted = { ...rest, payerId: me(ctx), asset }
  const intent = once ? await onlyIntent(ctx, wanted) : await insertIntent(ctx, wanted)
  const terms = termsOf(ctx.chain, { ...intent, nonce: BigInt(intent.nonce) })
  return terms && { id: intent.id, terms }
}

/** Asking twice must not make two debts, at once neither. */
async function onlyIntent(ctx: Ctx, wanted: Parameters<typeof insertIntent>[1]) {
  await lockPayer(ctx, wanted.payerId)
  const same = await sameIntent(ctx, wanted)
  if (same) return same
  const wallets = (await walletsOf(ctx, [wanted.payerId])).get(wanted.payerId) ?? []
  return insertIntentOnce(
    ctx,
    wanted,
    wallets.map(({ address }) => address),
  )
}
