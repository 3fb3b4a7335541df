import type { HeldView, TierView } from '@corefans/shared/contracts/passes.ts'

/** The pass that a further payment would prolong: mine, active, of this tier, and not for life. */
export const heldPass = (tier: TierView, holdings: readonly HeldView[]): HeldView | undefined =>
  tier.renewable
    ? holdings.find(
        (one) =>
          one.isMine && one.active && one.expiresAt !== null && one.tier.tierId === tier.tierId && one.tier.collection === tier.collection,
      )
    : undefined
