import type { BlockRef, WatchedLog } from '@corefans/chain/watch/types.ts'
import type { Ctx, Read } from '../ctx.ts'

/** The chain this CoreFans lives on. */
export type ChainPort = {
  id: number
  name: string
  symbol: string
  explorerUrl: string | null
  confirmations: number
  passFactory: `0x${string}` | null
  rpcUrl: string
  /** Asks the watcher to look now: somebody just sent a transaction through us. */
  poke: () => void
  /** Number of the last block that was applied. */
  head: () => number
}

/** A log that the inbox holds, with the block it stands in. */
export type InboxLog = WatchedLog & { block: BlockRef }

/**
 * What a module does about logs, in the inbox's own transaction. `apply` sees new logs in order; after a reorg
 * `undo` sees the logs that are no longer true, already gone from the inbox.
 */
export type ChainSubscriber = {
  name: string
  /** The contracts whose logs are believed. */
  emitters: (read: Pick<Read, 'sql'>) => Promise<readonly `0x${string}`[]>
  apply: (ctx: Ctx, logs: readonly InboxLog[]) => Promise<void>
  undo: (ctx: Ctx, logs: readonly InboxLog[]) => Promise<void>
}
