import type { Host } from '../../kernel/host.ts'
import { applyPurchases, undoPurchases } from './apply-logs.ts'

/** Purchases follow the head block, as access does. */
export function onChain(host: Host): void {
  const { chain } = host
  host.onChain({
    name: 'purchases',
    apply: (ctx, logs) => applyPurchases(ctx, chain, logs),
    undo: (ctx, logs) => undoPurchases(ctx, chain, logs),
  })
}
