import { batchLaunchOf } from '@corefans/chain/launch.ts'
import type { House } from '../../kernel/house.ts'
import { applyLaunches, undoLaunches } from './apply-launches.ts'
import { applyLogs, undoLogs } from './apply-logs.ts'

export function onChain(house: House): void {
  const { id, contracts } = house.chain
  const { tokenFactory } = contracts
  if (!tokenFactory) return
  const batchLaunch = batchLaunchOf(tokenFactory).toLowerCase()
  house.onChain({
    name: 'tokens',
    apply: async (ctx, logs) => {
      await applyLogs(ctx, id, logs)
      await applyLaunches(ctx, id, logs)
    },
    undo: async (ctx, logs) => {
      await undoLogs(ctx, id, tokenFactory.toLowerCase(), logs)
      await undoLaunches(ctx, id, batchLaunch, logs)
    },
  })
}
