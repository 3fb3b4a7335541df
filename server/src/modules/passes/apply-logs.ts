import { birthsOf, logsNaming, logsOf } from '../../kernel/chain-inbox.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { InboxLog } from '../../kernel/ports/chain.ts'
import type { ChainSubscriber, Projection } from '../../kernel/ports/chain-subscriber.ts'
import { announce, announceReorg } from './announce.ts'
import { project } from './projection.ts'
import { changesOf, type PassChange } from './rules.ts'
import { keepState, stateOf } from './state-store.ts'
import { forget, projectedTables } from './store.ts'

type Contracts = { factory: string; market: string | undefined }

/** Holdings follow the head block: who owns which pass, until when, and what that opens. */
export const passSubscriber = (contracts: Contracts): ChainSubscriber => ({
  name: 'passes',
  projection: projectionOf(contracts),
  apply: async (ctx, logs) => {
    const changes = changesOf(logs)
    if (changes.length === 0) return
    await keep(ctx, changes)
    await announce(ctx, changes)
  },
  undo: async (ctx, gone, takeBack) => {
    await announceReorg(ctx, changesOf(gone)) // while the collections still say whose they are
    await takeBack()
  },
})

const projectionOf = (contracts: Contracts): Projection => ({
  tables: projectedTables,
  project: (ctx, logs) => keep(ctx, changesOf(logs)),
  replay: (ctx, gone) => replay(ctx, contracts, gone),
})

/** The collections that orphaned logs touched are forgotten and built again from the logs that are still true, by the same writes. */
async function replay(ctx: Ctx, { factory, market }: Contracts, gone: readonly InboxLog[]): Promise<void> {
  const touched = [...new Set(changesOf(gone).map((change) => change.collection))]
  await forget(ctx, touched)
  const births = changesOf(await birthsOf(ctx, factory, touched))
  const sales = market ? await logsNaming(ctx, market, touched as `0x${string}`[]) : []
  const left = [...(await logsOf(ctx, touched)), ...sales].sort(inChainOrder)
  await keep(ctx, [...births, ...changesOf(left)])
}

const inChainOrder = (a: InboxLog, b: InboxLog) => Number(a.block.number - b.block.number) || a.logIndex - b.logIndex

/** A batch is read, projected in memory and written: five statements, however many logs. */
async function keep(ctx: Ctx, changes: readonly PassChange[]): Promise<void> {
  const state = await stateOf(ctx, changes)
  project(state, changes)
  await keepState(ctx, state)
}
