import type { Host } from '../../kernel/host.ts'
import { applyTips, undoTips } from './apply-logs.ts'

/** Tips follow the head block. Installed after purchases: what was meant for an invoice and fits none is a tip too. */
export function onChain(host: Host): void {
  const { chain } = host
  host.onChain({
    name: 'tips',
    apply: (ctx, logs) => applyTips(ctx, chain, logs),
    undo: (ctx, logs) => undoTips(ctx, chain, logs),
  })
}
