import type { Address, Hex } from 'viem'
import type { Birth, Emitter, Followed } from './emitters.ts'

/** A block, as far as order and reorgs are concerned. */
export type BlockRef = { number: bigint; hash: Hex; parentHash: Hex; timestampS: bigint }

/**
 * A log with one of our topics. `positionInTx` counts such logs of its transaction from 0: unlike `logIndex` it stays
 * the same when a reorg moves the transaction to another block.
 */
export type SeenLog = {
  address: Address
  topics: readonly Hex[]
  data: Hex
  txHash: Hex
  txIndex: number
  logIndex: number
  positionInTx: number
}

/** A log of a followed contract: what kind of contract spoke, whose clone it is, and the clone that it announces. */
export type WatchedLog = SeenLog & Emitter & { birth: Birth | null }

/** A block with everything that looked like ours. */
export type SeenBlock = BlockRef & { logs: readonly SeenLog[] }

/** A block with its watched logs in chain order. */
export type WatchedBlock = BlockRef & { logs: readonly WatchedLog[] }

/** Where the watcher puts what it saw. The sink alone remembers; the watcher asks it before every step. */
export type WatchSink = {
  /** The last applied block, or null before the first. */
  tip(): Promise<BlockRef | null>
  /** An applied block; at least the last 128 must be kept. */
  blockAt(number: bigint): Promise<BlockRef | null>
  /**
   * Applies logs and cursor atomically; blocks are contiguous and ascending from the tip. `isDeep`: they lie so far below
   * the head that no reorg which is followed reaches them.
   */
  apply(blocks: readonly WatchedBlock[], isDeep: boolean): Promise<void>
  /** Atomically drops every applied block above `toNumber` and reverses what it caused. */
  undo(toNumber: bigint): Promise<void>
  /** The contracts to believe: those deployed, and every clone born so far. */
  followed(): Promise<Followed>
}

/** What the watcher asks of a chain. Every answer may come late, from an older head, or from another fork. */
export type ChainSource = {
  head(): Promise<BlockRef>
  /** The block at a height, or null if this node has none. */
  header(number: bigint): Promise<BlockRef | null>
  /** The logs of exactly this block; throws if the node does not know it. */
  logsOf(blockHash: Hex): Promise<readonly SourceLog[]>
  /** The logs of a range of heights. */
  logsBetween(from: bigint, to: bigint): Promise<readonly SourceLog[]>
}

/** A log as a node gives it. */
export type SourceLog = Omit<SeenLog, 'positionInTx'> & { blockHash: Hex; blockNumber: bigint }
