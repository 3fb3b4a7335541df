import type { Contracts } from '@corefans/chain/addresses.ts'
import type { BlockRef, WatchedLog } from '@corefans/chain/watch/types.ts'

/** The chain this CoreFans lives on. */
export type ChainPort = {
  id: number
  name: string
  symbol: string
  explorerUrl: string | null
  confirmations: number
  /** In lower case; what is absent is not deployed on this chain. */
  contracts: Contracts
  rpcUrl: string
  /** More nodes to ask, of other operators; with some, a log counts when two nodes in three gave it. */
  witnessUrls: readonly string[]
  /** Asks the watcher to look now: somebody just sent a transaction through us. */
  poke: () => void
  /** Number of the last block that was applied. */
  head: () => number
}

/** A log that the inbox holds, with the block it stands in. */
export type InboxLog = WatchedLog & { block: BlockRef }
