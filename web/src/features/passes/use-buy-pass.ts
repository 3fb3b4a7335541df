import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { purchase } from './purchase.ts'

const buy = ({ creator, tierId }: TierView): void => purchase.set({ handle: creator.handle, tierId })

/** Opens the purchase of a tier, or its renewal for whoever holds it. */
export const useBuyPass = (): ((tier: TierView) => void) => buy
