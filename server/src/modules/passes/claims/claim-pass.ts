import { createHash, timingSafeEqual } from 'node:crypto'
import type { ClaimState, VoucherView } from '@corefans/shared/contracts/claims.ts'
import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { type Ctx, me } from '../../../kernel/ctx.ts'
import { problem } from '../problems.ts'
import { present } from './read.ts'
import { stateOf } from './rules.ts'
import { findLink, hold, type LinkRow, lockLink, type VoucherRow, vouchersFor } from './store.ts'

const holdMs = 10 * 60_000

const refusals = {
  used: problem['claim-used'],
  expired: problem['claim-expired'],
  revoked: problem['claim-revoked'],
  'sold-out': problem['sold-out'],
} satisfies Record<Exclude<ClaimState, 'open'>, unknown>

/**
 * Gives the actor a voucher of the link for ten minutes: the one they were given before, else one that nobody has, else
 * one that somebody let lie. The chain has the last word: a voucher makes one pass, whoever brings it.
 */
export const claimPass = async (ctx: Ctx, { linkId, secret }: { linkId: string; secret: string }): Promise<VoucherView> => {
  await lockLink(ctx, linkId)
  const { row, tier } = await linkOf(ctx, { linkId, secret })
  const vouchers = await vouchersFor(ctx, linkId, me(ctx))
  const mine = vouchers.find(({ isMine }) => isMine)
  if (mine?.isUsed) throw problem['already-claimed']()
  const state = stateOf(row, { now: ctx.now, isSoldOut: tier.soldOut })
  if (state !== 'open') throw refusals[state]()
  if (mine?.isSpent) throw problem['claim-revoked']()
  const voucher = mine ?? vouchers.find(({ isSpent, isFree }) => !isSpent && isFree)
  if (!voucher) throw problem['claim-busy']()
  const heldUntil = new Date(ctx.now.getTime() + holdMs)
  await hold(ctx, linkId, voucher.nonce, heldUntil)
  return presentVoucher(row, tier, { ...voucher, heldUntil })
}

/** A wrong secret and a wrong link answer the same: nothing says that the link exists. */
async function linkOf(ctx: Ctx, { linkId, secret }: { linkId: string; secret: string }) {
  const row = await findLink(ctx, linkId)
  const [found] = row && isSecretOf(row, secret) ? await present(ctx, [row]) : []
  if (!found) throw problem['unknown-link']()
  return found
}

const isSecretOf = ({ secretHash }: LinkRow, secret: string): boolean =>
  timingSafeEqual(createHash('sha256').update(secret).digest(), Buffer.from(secretHash, 'hex'))

const presentVoucher = (row: LinkRow, tier: TierView, voucher: VoucherRow & { heldUntil: Date }): VoucherView => ({
  ...{ collection: row.collection, tierId: row.tierId, price: { ...tier.price, amount: row.price }, nonce: voucher.nonce },
  ...{ deadline: Math.floor(row.deadline.getTime() / 1_000), signature: voucher.signature, heldUntil: voucher.heldUntil.toISOString() },
})
