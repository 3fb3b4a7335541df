// One round of watching: ask for the head, decide (rules.ts), then fetch and apply, or find the fork and undo. Nothing
// is kept between rounds; the sink is asked each time, so whatever fails half way, the next round starts from truth.
import { keepFollowed } from './followed.ts'
import { linkOf, MAX_REORG_DEPTH, nextStep, walkBack } from './rules.ts'
import type { BlockRef, ChainSource, SeenBlock, SeenLog, SourceLog, WatchSink } from './types.ts'

/** The chain and the sink disagree about more blocks than a reorg can change; nothing was undone. */
export class ReorgTooDeepError extends Error {
  override readonly name = 'ReorgTooDeepError'
  constructor(tip: BlockRef) {
    super(`the node shares none of the last ${MAX_REORG_DEPTH} blocks below ${tip.number} (${tip.hash}); is it another chain?`)
  }
}

/** What a round did, the head the node named, and the tip before the round. */
export type Round = { did: 'rest' | 'applied' | 'undone' | 'later'; head: bigint; tip: bigint | null }

type Ends = { source: ChainSource; sink: WatchSink; fromBlock: bigint }

/** Takes the sink one step closer to the chain's head; throws what source or sink throw, and then nothing is applied. */
export async function pollOnce(source: ChainSource, sink: WatchSink, fromBlock: bigint): Promise<Round> {
  const ends = { source, sink, fromBlock }
  const head = await source.head()
  const tip = await sink.tip()
  const step = nextStep(tip, head, fromBlock)
  const round = (did: Round['did']): Round => ({ did, head: head.number, tip: tip?.number ?? null })
  if (step.do === 'compare' && tip) return round(await compareBelow(ends, tip, step.number))
  if (step.do !== 'fetch') return round('rest')
  return round(await fetchAndApply(ends, tip, step))
}

async function fetchAndApply(
  ends: Ends,
  tip: BlockRef | null,
  step: { from: bigint; to: bigint; byRange: boolean },
): Promise<Round['did']> {
  const { source, sink } = ends
  const blocks = await headersOf(source, step.from, step.to)
  const link = blocks === null ? 'torn' : linkOf(tip, blocks)
  if (blocks === null || link === 'torn') return 'later'
  if (link === 'reorg' && tip) return rewind(ends, tip, tip.number)
  const logs = step.byRange ? await logsByRange(source, blocks) : await logsByHash(source, blocks)
  if (logs === null) return 'later'
  await sink.apply(keepFollowed(withLogs(blocks, logs), await sink.followed()), step.byRange)
  return 'applied'
}

/** A head at or below the tip: either the node lags on our own chain, or the chain was rewritten. */
async function compareBelow(ends: Ends, tip: BlockRef, number: bigint): Promise<Round['did']> {
  const [ours, theirs] = [await ends.sink.blockAt(number), await ends.source.header(number)]
  // A node so far behind that we kept nothing to compare with proves nothing.
  if (ours === null || theirs === null || ours.hash === theirs.hash) return 'rest'
  return rewind(ends, tip, number)
}

async function rewind({ source, sink, fromBlock }: Ends, tip: BlockRef, start: bigint): Promise<Round['did']> {
  for (let number = start; ; number -= 1n) {
    const inside = number >= fromBlock
    const ours = inside ? await sink.blockAt(number) : null
    const theirs = inside ? await source.header(number) : null
    const verdict = walkBack({ number, tipNumber: tip.number, fromBlock, ours, theirs })
    if (verdict === 'lower') continue
    if (verdict === 'lost') throw new ReorgTooDeepError(tip)
    if (verdict === 'later' || number === tip.number) return 'later'
    await sink.undo(number)
    return 'undone'
  }
}

async function headersOf(source: ChainSource, from: bigint, to: bigint): Promise<readonly BlockRef[] | null> {
  const numbers = Array.from({ length: Number(to - from) + 1 }, (_, index) => from + BigInt(index))
  const headers = await Promise.all(numbers.map((number) => source.header(number)))
  const known = headers.filter((header) => header !== null)
  return known.length === headers.length ? known : null
}

async function logsByHash(source: ChainSource, blocks: readonly BlockRef[]): Promise<readonly SourceLog[]> {
  return (await Promise.all(blocks.map(({ hash }) => source.logsOf(hash)))).flat()
}

/** Null if the range was answered from another fork than the headers were. */
async function logsByRange(source: ChainSource, blocks: readonly BlockRef[]): Promise<readonly SourceLog[] | null> {
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (!first || !last) return []
  const hashes = new Set(blocks.map(({ hash }) => hash))
  const logs = await source.logsBetween(first.number, last.number)
  return logs.every(({ blockHash }) => hashes.has(blockHash)) ? logs : null
}

function withLogs(blocks: readonly BlockRef[], logs: readonly SourceLog[]): SeenBlock[] {
  const seenInTx = new Map<string, number>()
  const ordered = [...logs].sort((a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex)
  const byBlock = new Map<string, SeenLog[]>(blocks.map(({ hash }) => [hash, []]))
  for (const { blockHash, blockNumber: _, ...log } of ordered) {
    const positionInTx = seenInTx.get(log.txHash) ?? 0
    seenInTx.set(log.txHash, positionInTx + 1)
    byBlock.get(blockHash)?.push({ ...log, positionInTx })
  }
  return blocks.map((block) => ({ ...block, logs: byBlock.get(block.hash) ?? [] }))
}
