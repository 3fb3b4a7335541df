import type { TokenView } from '@corefans/shared/contracts/tokens.ts'
import { createStore } from '../../lib/store.ts'

/** Whose token is being bought or sold. */
export type OpenTrade = { token: TokenView; side: 'buy' | 'sell' }

/** The open trade; one at a time. `TradeHost` shows it. */
export const trade = createStore<OpenTrade | null>(null)
