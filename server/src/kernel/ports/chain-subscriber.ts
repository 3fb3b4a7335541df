import type { Ctx } from '../ctx.ts'
import type { InboxLog } from './chain.ts'

/**
 * Tables whose rows follow from the chain's logs alone. The journal keeps what each row was before a run of blocks, so that
 * a reorg puts back what its blocks touched; a migration makes a table one of these (`chain_journal_follow`).
 */
export type Projection = {
  tables: readonly string[]
  /** Writes what these logs, in chain order, make of the rows as they stand, and tells nobody. */
  project: (ctx: Ctx, logs: readonly InboxLog[]) => Promise<void>
  /** Makes anew, from every log that is still true, what these orphaned ones touched: for blocks that the journal does not know. */
  replay: (ctx: Ctx, gone: readonly InboxLog[]) => Promise<void>
}

/**
 * What a module does about logs of our contracts, in the inbox's own transaction: only followed contracts are heard, and
 * `kind` says which one spoke. `apply` sees new logs in order; after a reorg `undo` sees the logs that are no longer
 * true, already gone from the inbox, and calls `takeBack` once to have its projection as if they had never been.
 */
export type ChainSubscriber = {
  name: string
  projection?: Projection
  apply: (ctx: Ctx, logs: readonly InboxLog[]) => Promise<void>
  undo: (ctx: Ctx, logs: readonly InboxLog[], takeBack: () => Promise<void>) => Promise<void>
}
