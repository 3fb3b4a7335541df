import { logsOf } from '../../kernel/chain-inbox.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { InboxLog } from '../../kernel/ports/chain.ts'
import { changeOf, type PassChange } from './rules.ts'
import { forget, write } from './store.ts'
import { tell, tellOfReorg } from './tell.ts'

const changesOf = (logs: readonly InboxLog[]): PassChange[] => logs.map(changeOf).filter((change) => change !== null)

/** Holdings follow the head block: who owns which pass, until when, and what that opens. */
export async function applyLogs(ctx: Ctx, chainId: number, logs: readonly InboxLog[]): Promise<void> {
  const changes = changesOf(logs)
  for (const change of changes) await write(ctx, chainId, change)
  await tell(ctx, chainId, changes)
}

/**
 * After a reorg: what the orphaned logs touched is forgotten and built again from the logs that are still true, by the
 * same writes. So holdings are always what a replay of the chain gives.
 */
export async function undoLogs(ctx: Ctx, chainId: number, factory: string, gone: readonly InboxLog[]): Promise<void> {
  const orphaned = changesOf(gone)
  const touched = [...new Set(orphaned.map((change) => change.collection))]
  await tellOfReorg(ctx, chainId, orphaned) // while the collections still say whose they are
  await forget(ctx, chainId, touched)
  const births = changesOf(await logsOf(ctx, chainId, [factory])).filter(
    (change) => change.kind === 'collection' && touched.includes(change.collection),
  )
  for (const change of [...births, ...changesOf(await logsOf(ctx, chainId, touched))]) await write(ctx, chainId, change)
}
