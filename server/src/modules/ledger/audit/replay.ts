import type { Contracts } from '@corefans/chain/addresses.ts'
import type { ReadingClient } from '@corefans/chain/clients.ts'
import { emitterOf, type Followed, followedOf } from '@corefans/chain/watch/emitters.ts'
import { watchedTopics } from '@corefans/chain/watch/events.ts'
import { pollOnce } from '@corefans/chain/watch/poll-once.ts'
import { rpcSource } from '@corefans/chain/watch/rpc-source.ts'
import type { BlockRef, ChainSource, WatchedBlock, WatchSink } from '@corefans/chain/watch/types.ts'
import { meaningsOf } from '../rules/index.ts'
import type { Posting } from '../rules/types.ts'

/** The chain to replay, from its first block with one of our contracts. */
export type ReplayedChain = { client: ReadingClient; contracts: Contracts; fromBlock: bigint }

/** What a replay found: every posting, and every contract of ours by then. */
export type Replayed = { postings: Posting[]; ours: Followed }

/**
 * Every posting that the chain up to `toBlock` means, read from the node anew: nothing of the database is believed.
 * `onProgress` hears the block reached.
 */
export async function replay(chain: ReplayedChain, toBlock: bigint, onProgress: (block: bigint) => void): Promise<Replayed> {
  const sink = keepingLogs(chain.contracts)
  const source = upTo(rpcSource(chain.client, watchedTopics), toBlock)
  for (;;) {
    const { did } = await pollOnce(source, sink, chain.fromBlock)
    if (did === 'rest') break
    onProgress((await sink.tip())?.number ?? 0n)
  }
  const postings = meaningsOf(sink.logs()).map(({ log, meaning }) => ({
    ...meaning,
    block: log.block,
    txHash: log.txHash,
    positionInTx: log.positionInTx,
  }))
  return { postings, ours: await sink.followed() }
}

/** The same chain, as if its head were `last`. */
function upTo(source: ChainSource, last: bigint): ChainSource {
  return {
    ...source,
    head: async () => {
      const head = await source.header(last)
      if (head === null) throw new Error(`the node has no block ${last}`)
      return head
    },
  }
}

function keepingLogs(contracts: Contracts): WatchSink & { logs: () => (WatchedBlock['logs'][number] & { block: BlockRef })[] } {
  const blocks: WatchedBlock[] = []
  const followed = new Map(followedOf(contracts))
  return {
    tip: async () => blocks.at(-1) ?? null,
    blockAt: async (number) => blocks.find((block) => block.number === number) ?? null,
    followed: async () => followed,
    apply: async (fresh) => {
      for (const block of fresh) {
        blocks.push(block)
        for (const { birth } of block.logs) if (birth) followed.set(...emitterOf(birth))
      }
    },
    undo: async (toNumber) => {
      while ((blocks.at(-1)?.number ?? toNumber) > toNumber) blocks.pop()
    },
    logs: () => blocks.flatMap((block) => block.logs.map((log) => ({ ...log, block }))),
  }
}
