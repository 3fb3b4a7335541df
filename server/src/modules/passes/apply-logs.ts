import { birthsOf, logsNaming, logsOf } from '../../kernel/chain-inbox.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { InboxLog } from '../../kernel/ports/chain.ts'
import { announce, announceReorg } from './announce.ts'
import { project } from './projection.ts'
import { changesOf, type PassChange } from './rules.ts'
import { keepState, stateOf } from './state-store.ts'
import { forget } from './store.ts'

/** Holdings follow the head block: who owns which pass, until when, and what that opens. */
export async function applyLogs(ctx: Ctx, chainId: number, logs: readonly InboxLog[]): Promise<void> {
  const changes = changesOf(logs)
  if (changes.length === 0) return
  await keep(ctx, chainId, changes)
  await announce(ctx, chainId, changes)
}

/**
 * After a reorg: what the orphaned logs touched is forgotten and built again from the logs that are still true, by the
 * same writes. So holdings are always what a replay of the chain gives.
 */
export async function undoLogs(
  ctx: Ctx,
  chainId: number,
  { factory, market }: { factory: string; market: string | undefined },
  gone: readonly InboxLog[],
): Promise<void> {
  const orphaned = changesOf(gone)
  const touched = [...new Set(orphaned.map((change) => change.collection))]
  await announceReorg(ctx, chainId, orphaned) // while the collections still say whose they are
  await forget(ctx, chainId, touched)
  const births = changesOf(await birthsOf(ctx, chainId, factory, touched))
  const sales = market ? await logsNaming(ctx, chainId, market, touched as `0x${string}`[]) : []
  const left = [...(await logsOf(ctx, chainId, touched)), ...sales].sort(inChainOrder)
  await keep(ctx, chainId, [...births, ...changesOf(left)])
}

const inChainOrder = (a: InboxLog, b: InboxLog) => Number(a.block.number - b.block.number) || a.logIndex - b.logIndex

/** A batch is read, projected in memory and written: five statements, however many logs. */
async function keep(ctx: Ctx, chainId: number, changes: readonly PassChange[]): Promise<void> {
  const state = await stateOf(ctx, chainId, changes)
  project(state, changes)
  await keepState(ctx, chainId, state)
}
