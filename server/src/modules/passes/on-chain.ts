import type { House } from '../../kernel/house.ts'
import { applyLogs, emittersOf, undoLogs } from './apply-logs.ts'

export function onChain(house: House): void {
  const { id, passFactory } = house.chain
  if (!passFactory) return
  house.onChain({
    name: 'passes',
    emitters: emittersOf(id, passFactory),
    apply: (ctx, logs) => applyLogs(ctx, id, logs),
    undo: (ctx, logs) => undoLogs(ctx, id, passFactory, logs),
  })
}
