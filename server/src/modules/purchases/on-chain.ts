import type { House } from '../../kernel/house.ts'
import { applyPurchases, undoPurchases } from './apply-logs.ts'

/** Purchases follow the head block, as access does. */
export function onChain(house: House): void {
  const { chain } = house
  house.onChain({
    name: 'purchases',
    apply: (ctx, logs) => applyPurchases(ctx, chain, logs),
    undo: (ctx, logs) => undoPurchases(ctx, chain, logs),
  })
}
