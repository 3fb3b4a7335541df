import type { HoldingView } from '@corefans/shared/contracts/passes.ts'
import { createStore } from '../../lib/store.ts'

/** What somebody is about to buy: a tier of a creator, or more time for a pass they hold. */
export type Purchase = { handle: string; tierId: number; renew?: HoldingView | undefined; isForPost?: boolean }

/** The open purchase; one at a time. `PurchaseHost` shows it. */
export const purchase = createStore<Purchase | null>(null)
