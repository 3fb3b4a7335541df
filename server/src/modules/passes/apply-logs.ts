import { birthsOf, logsNaming, logsOf } from '../../kernel/chain-inbox.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { InboxLog } from '../../kernel/ports/chain.ts'
import type { ChainSubscriber, Projection } from '../../kernel/ports/chain-subscriber.ts'
import { announce, announceReorg } from './announce.ts'
import { project } from './projection.ts'
import { changesOf, type PassChange } from './rules.ts'
import { keepState, stateOf } from './state-store.ts'
import { forget, projectedTables } from './store.ts'

type Chain = { id: number; factory: string; market: string | undefined }

/** Holdings follow the head block: who owns which pass, until when, and what that opens. */
export const passSubscriber = (chain: Chain): ChainSubscriber => ({
  name: 'passes',
  projection: projectionOf(chain),
  apply: async (ctx, logs) => {
    const changes = changesOf(logs)
    if (changes.length === 0) return
    await keep(ctx, chain.id, changes)
    await announce(ctx, chain.id, changes)
  },
  undo: async (ctx, gone, takeBack) => {
    await announceReorg(ctx, chain.id, changesOf(gone)) // while the collections still say whose they are
    await takeBack()
  },
})

const projectionOf = (chain: Chain): Projection => ({
  tables: projectedTables,
  project: (ctx, logs) => keep(ctx, chain.id, changesOf(logs)),
  replay: (ctx, gone) => replay(ctx, chain, gone),
})

/** The collections that orphaned logs touched are forgotten and built again from the logs that are still true, by the same writes. */
async function replay(ctx: Ctx, { id, factory, market }: Chain, gone: readonly InboxLog[]): Promise<void> {
  const touched = [...new Set(changesOf(gone).map((change) => change.collection))]
  await forget(ctx, id, touched)
  const births = changesOf(await birthsOf(ctx, id, factory, touched))
  const sales = market ? await logsNaming(ctx, id, market, touched as `0x${string}`[]) : []
  const left = [...(await logsOf(ctx, id, touched)), ...sales].sort(inChainOrder)
  await keep(ctx, id, [...births, ...changesOf(left)])
}

const inChainOrder = (a: InboxLog, b: InboxLog) => Number(a.block.number - b.block.number) || a.logIndex - b.logIndex

/** A batch is read, projected in memory and written: five statements, however many logs. */
async function keep(ctx: Ctx, chainId: number, changes: readonly PassChange[]): Promise<void> {
  const state = await stateOf(ctx, chainId, changes)
  project(state, changes)
  await keepState(ctx, chainId, state)
}
