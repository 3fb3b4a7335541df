import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { type Purchase, purchase } from './purchase.ts'

/** Opens the purchase of a tier, or its renewal for whoever holds it; `isForPost` where a post waits for it. */
export const beginPurchase = ({ creator, tierId }: TierView, isForPost = false): void =>
  purchase.set({ handle: creator.handle, tierId, isForPost })

/** The same by name. */
export const buyPass = (wanted: Purchase): void => purchase.set(wanted)
