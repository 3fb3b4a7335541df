import type { Address } from 'viem'
import { decodeLog } from '../watch/decode.ts'
import type { WatchedBlock, WatchSink } from '../watch/types.ts'

/** A sink that keeps all blocks in memory and refuses, loudly, whatever breaks the promise of order. */
export function memorySink(addresses: readonly Address[] | 'any' = 'any') {
  const blocks: WatchedBlock[] = []
  const sink: WatchSink = {
    tip: async () => blocks.at(-1) ?? null,
    blockAt: async (number) => blocks.find((block) => block.number === number) ?? null,
    apply: async (fresh) => {
      for (const block of fresh) {
        const tip = blocks.at(-1)
        if (tip && (block.number !== tip.number + 1n || block.parentHash !== tip.hash))
          throw new Error(`block ${block.number} does not follow ${tip.number}`)
        blocks.push(block)
      }
    },
    undo: async (toNumber) => {
      const tip = blocks.at(-1)
      if (!tip || tip.number <= toNumber) throw new Error(`nothing to undo above ${toNumber}`)
      while ((blocks.at(-1)?.number ?? toNumber) > toNumber) blocks.pop()
    },
    addresses: async () => (addresses === 'any' ? 'any' : [...addresses, ...blocks.flatMap(createdIn)]),
  }
  return { ...sink, blocks }
}

/** As the server does, the sink learns of collections from the logs it applied. */
function createdIn({ logs }: WatchedBlock): Address[] {
  return logs.flatMap((log) => {
    const event = decodeLog(log)
    return event?.eventName === 'CollectionCreated' ? [event.args.pass] : []
  })
}
