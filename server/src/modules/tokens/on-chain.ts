import type { House } from '../../kernel/house.ts'
import { applyLogs, undoLogs } from './apply-logs.ts'

export function onChain(house: House): void {
  const { id, contracts } = house.chain
  const { tokenFactory } = contracts
  if (!tokenFactory) return
  house.onChain({
    name: 'tokens',
    apply: (ctx, logs) => applyLogs(ctx, id, logs),
    undo: (ctx, logs) => undoLogs(ctx, id, tokenFactory.toLowerCase(), logs),
  })
}
