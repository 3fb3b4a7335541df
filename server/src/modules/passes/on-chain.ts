import type { Host } from '../../kernel/host.ts'
import { applyLogs, undoLogs } from './apply-logs.ts'

export function onChain(host: Host): void {
  const { id, contracts } = host.chain
  const { passFactory, passMarket } = contracts
  if (!passFactory) return
  host.onChain({
    name: 'passes',
    apply: (ctx, logs) => applyLogs(ctx, id, logs),
    undo: (ctx, logs) => undoLogs(ctx, id, { factory: passFactory, market: passMarket }, logs),
  })
}
