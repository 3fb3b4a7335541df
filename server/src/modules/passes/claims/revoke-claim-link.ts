import type { ClaimLinkView } from '@corefans/shared/contracts/claims.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { linkView } from './read.ts'
import { lockLink, setRevoked } from './store.ts'

/** Nobody is given a voucher of this link any more. Those that are out, its maker may withdraw on the chain. */
export const revokeClaimLink = async (ctx: Ctx, { linkId }: { linkId: string }): Promise<ClaimLinkView> => {
  await lockLink(ctx, linkId)
  await linkView(ctx, linkId) // only its maker's
  await setRevoked(ctx, linkId)
  return linkView(ctx, linkId)
}
