import { batchLaunchOf } from '@corefans/chain/launch.ts'
import type { ChainSubscriber, Projection } from '../../kernel/ports/chain-subscriber.ts'
import { applyLaunches, launchesAfter, replayLaunches, undoLaunches } from './apply-launches.ts'
import { applyTokens, projectTokens, replayTokens, undoTokens } from './apply-logs.ts'
import { projectedTables } from './store/write.ts'

/** Tokens, and the launches of those that are not born yet. */
export const tokenSubscriber = (chainId: number, factory: `0x${string}`): ChainSubscriber => ({
  name: 'tokens',
  projection: projectionOf(chainId, factory),
  apply: async (ctx, logs) => {
    await applyTokens(ctx, chainId, logs)
    await applyLaunches(ctx, chainId, logs)
  },
  undo: (ctx, logs, takeBack) => undoTokens(ctx, chainId, logs, () => undoLaunches(ctx, chainId, logs, takeBack)),
})

const projectionOf = (chainId: number, factory: `0x${string}`): Projection => ({
  tables: projectedTables,
  project: async (ctx, logs) => {
    await projectTokens(ctx, chainId, logs)
    await launchesAfter(ctx, chainId, logs)
  },
  replay: async (ctx, gone) => {
    await replayTokens(ctx, chainId, factory.toLowerCase(), gone)
    await replayLaunches(ctx, chainId, batchLaunchOf(factory).toLowerCase(), gone)
  },
})
