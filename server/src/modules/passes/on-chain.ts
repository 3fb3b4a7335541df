import type { House } from '../../kernel/house.ts'
import { applyLogs, undoLogs } from './apply-logs.ts'

export function onChain(house: House): void {
  const { id, contracts } = house.chain
  const { passFactory, passMarket } = contracts
  if (!passFactory) return
  house.onChain({
    name: 'passes',
    apply: (ctx, logs) => applyLogs(ctx, id, logs),
    undo: (ctx, logs) => undoLogs(ctx, id, { factory: passFactory, market: passMarket }, logs),
  })
}
