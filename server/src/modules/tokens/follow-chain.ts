import { batchLaunchOf } from '@corefans/chain/launch.ts'
import type { ChainSubscriber, Projection } from '../../kernel/ports/chain-subscriber.ts'
import { applyLaunches, launchesAfter, replayLaunches, undoLaunches } from './apply-launches.ts'
import { applyTokens, projectTokens, replayTokens, undoTokens } from './apply-logs.ts'
import { projectedTables } from './store/write.ts'

/** Tokens, and the launches of those that are not born yet. */
export const tokenSubscriber = (factory: `0x${string}`): ChainSubscriber => ({
  name: 'tokens',
  projection: projectionOf(factory),
  apply: async (ctx, logs) => {
    await applyTokens(ctx, logs)
    await applyLaunches(ctx, logs)
  },
  undo: (ctx, logs, takeBack) => undoTokens(ctx, logs, () => undoLaunches(ctx, logs, takeBack)),
})

const projectionOf = (factory: `0x${string}`): Projection => ({
  tables: projectedTables,
  project: async (ctx, logs) => {
    await projectTokens(ctx, logs)
    await launchesAfter(ctx, logs)
  },
  replay: async (ctx, gone) => {
    await replayTokens(ctx, factory.toLowerCase(), gone)
    await replayLaunches(ctx, batchLaunchOf(factory).toLowerCase(), gone)
  },
})
