import { emitterOf, type Followed } from '../watch/emitters.ts'
import type { WatchedBlock, WatchSink } from '../watch/types.ts'
import { fakeEmitters } from './fake-source.ts'

/** A sink that keeps all blocks in memory and refuses, loudly, whatever breaks the promise of order. */
export function memorySink(followed: Followed = fakeEmitters) {
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
    followed: async () => new Map([...followed, ...blocks.flatMap(bornIn)]),
  }
  return { ...sink, blocks }
}

/** As the server does, the sink learns of clones from the logs it applied. */
function bornIn({ logs }: WatchedBlock) {
  return logs.flatMap(({ birth }) => (birth ? [emitterOf(birth)] : []))
}
