import type { HoldingView, TierView } from '@corefans/shared/contracts/passes.ts'

/** The pass that a further payment would prolong: active, of this tier, and not for life. */
export const heldPass = (tier: TierView, holdings: readonly HoldingView[]): HoldingView | undefined =>
  tier.renewable
    ? holdings.find(
        (one) => one.active && one.expiresAt !== null && one.tier.tierId === tier.tierId && one.tier.collection === tier.collection,
      )
    : undefined
