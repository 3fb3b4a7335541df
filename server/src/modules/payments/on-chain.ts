import type { Host } from '../../kernel/host.ts'
import { applyPayments, undoPayments } from './apply-logs.ts'

/** Payments follow the head block, as access does. */
export function onChain(host: Host): void {
  host.onChain({
    name: 'payments',
    apply: (ctx, logs) => applyPayments(host, ctx, logs),
    undo: (ctx, logs) => undoPayments(host, ctx, logs),
  })
}
