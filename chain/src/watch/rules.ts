// The watcher's decisions, on plain values:
// 1. nextStep  what to do about a head, given the last applied block
// 2. linkOf    whether fetched blocks continue the applied ones
// 3. walkBack  one step of the search for the last block both sides agree on
import type { BlockRef } from './types.ts'

/** A reorg deeper than this is not followed: more likely the node is on another chain than that history changed. */
export const MAX_REORG_DEPTH = 64n

/** So many blocks are fetched at a time while far behind. */
export const BACKFILL_BLOCKS = 100n

/** What to do now. `known` in a compare step is the block the sink should have at that height. */
export type Step = { do: 'rest' } | { do: 'fetch'; from: bigint; to: bigint; byRange: boolean } | { do: 'compare'; number: bigint }

/** What a head asks for. A head below the tip is a lagging node until its hash says otherwise. */
export function nextStep(tip: BlockRef | null, head: BlockRef, fromBlock: bigint): Step {
  const next = tip === null ? fromBlock : tip.number + 1n
  if (head.number >= next) {
    const end = next + BACKFILL_BLOCKS - 1n
    const to = end < head.number ? end : head.number
    // A range may be answered by a node that lacks its last blocks, so it is asked only where every node has them.
    return { do: 'fetch', from: next, to, byRange: head.number - to >= MAX_REORG_DEPTH }
  }
  if (tip === null || head.hash === tip.hash) return { do: 'rest' }
  return { do: 'compare', number: head.number }
}

/** How fetched blocks join the tip: 'reorg' if their parent is another block, 'torn' if they are of several forks. */
export function linkOf(tip: BlockRef | null, blocks: readonly BlockRef[]): 'joined' | 'reorg' | 'torn' {
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1]
    if (before && (block.parentHash !== before.hash || block.number !== before.number + 1n)) return 'torn'
  }
  const first = blocks[0]
  if (tip && first && first.parentHash !== tip.hash) return 'reorg'
  return 'joined'
}

/** One comparison on the way back from the tip. */
export type Compared = {
  number: bigint
  tipNumber: bigint
  fromBlock: bigint
  ours: BlockRef | null
  theirs: BlockRef | null
}

/** Whether to undo down to here, look one block lower, ask again later, or give up. */
export function walkBack({ number, tipNumber, fromBlock, ours, theirs }: Compared): 'undo' | 'lower' | 'later' | 'lost' {
  // Nothing was applied below the first block, so there is nothing to disagree on.
  if (number < fromBlock) return 'undo'
  if (tipNumber - number > MAX_REORG_DEPTH || ours === null) return 'lost'
  if (theirs === null) return 'later'
  return ours.hash === theirs.hash ? 'undo' : 'lower'
}
