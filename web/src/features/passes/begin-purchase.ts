import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { purchase } from './purchase.ts'

/** Opens the purchase of a tier, or its renewal for whoever holds it. */
export const beginPurchase = ({ creator, tierId }: TierView): void => purchase.set({ handle: creator.handle, tierId })
