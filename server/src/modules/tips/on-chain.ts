import type { House } from '../../kernel/house.ts'
import { applyTips, undoTips } from './apply-logs.ts'

/** Tips follow the head block. Installed after purchases: what was meant for an invoice and fits none is a tip too. */
export function onChain(house: House): void {
  const { chain } = house
  house.onChain({
    name: 'tips',
    apply: (ctx, logs) => applyTips(ctx, chain, logs),
    undo: (ctx, logs) => undoTips(ctx, chain, logs),
  })
}
