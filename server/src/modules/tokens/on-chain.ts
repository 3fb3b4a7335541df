import { batchLaunchOf } from '@corefans/chain/launch.ts'
import type { Host } from '../../kernel/host.ts'
import { applyLaunches, undoLaunches } from './apply-launches.ts'
import { applyLogs, undoLogs } from './apply-logs.ts'

export function onChain(host: Host): void {
  const { id, contracts } = host.chain
  const { tokenFactory } = contracts
  if (!tokenFactory) return
  const batchLaunch = batchLaunchOf(tokenFactory).toLowerCase()
  host.onChain({
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
