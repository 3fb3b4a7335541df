import type { HoldingView, TierView } from '@corefans/shared/contracts/passes.ts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { isPayable } from './coin.ts'
import { heldPass } from './held-pass.ts'
import type { Purchase } from './purchase.ts'

/** What is for sale to this person: a new pass, more time for one they hold, or nothing any more. */
export type PurchaseTerms = { is: 'open'; tier: TierView; renew: HoldingView | null } | { is: 'closed'; words: string }

/**
 * Read once when a purchase opens and kept until it closes: the purchase itself changes shelf and holdings, and must not
 * change under the buyer's hands.
 */
export const purchaseTermsQuery = (purchase: Purchase, isSignedIn: boolean) =>
  queryOptions({
    queryKey: ['purchase-terms', purchase.handle, purchase.tierId, purchase.renew?.tokenId ?? null, isSignedIn],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: () => readTerms(purchase, isSignedIn),
  })

async function readTerms({ handle, tierId, renew }: Purchase, isSignedIn: boolean): Promise<PurchaseTerms> {
  const [tiers, holdings] = await Promise.all([
    api('GET /api/profiles/:handle/passes', { handle }),
    isSignedIn ? api('GET /api/me/passes', {}) : { items: [] },
  ])
  const tier = tiers.items.find((one) => one.tierId === tierId)
  if (!tier) return { is: 'closed', words: 'This pass is not for sale any more.' }
  if (!isPayable(tier.price)) return { is: 'closed', words: 'Its price is in a token that CoreFans does not handle.' }
  const held = renew ?? heldPass(tier, holdings.items) ?? null
  return !held && tier.soldOut
    ? { is: 'closed', words: `All ${tier.maxSupply} passes of “${tier.name}” are sold.` }
    : { is: 'open', tier, renew: held }
}
