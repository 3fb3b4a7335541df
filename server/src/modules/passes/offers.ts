import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { nobody, type Read } from '../../kernel/ctx.ts'
import { dataloader } from '../../kernel/dataloader.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { type Remembered, remembered } from '../../kernel/remembered.ts'
import { tiersOf } from './read.ts'

type Offered = { creator: string; tiers: TierView[] }

/** What a visitor is offered, by creator. Shown, never decided upon: a second's delay saves five queries a page with a locked post. */
const memories = new WeakMap<ChainPort, Remembered<Offered>>()
function memoryOn(chain: ChainPort): Remembered<Offered> {
  const known = memories.get(chain)
  if (known) return known
  const find = dataloader<Offered>(
    async ({ sql }, creators) => {
      const found = await tiersOf({ sql, chain, actor: null, caller: nobody }, creators)
      return [...found].map(([creator, tiers]) => ({ creator, tiers }))
    },
    ({ creator }) => creator,
  )
  const memory = remembered<Offered>({
    max: 10_000,
    ttlMs: 1_000,
    find: async (read, creators) => new Map((await find(read, creators)).map((offered) => [offered.creator, offered])),
  })
  memories.set(chain, memory)
  return memory
}

/** The tiers of creators as anybody sees them, cheapest first, at most a second old. */
export async function offersOf(read: Read, creators: readonly string[]): Promise<Map<string, TierView[]>> {
  const offered = await memoryOn(read.chain).get(read, creators)
  return new Map(creators.map((creator) => [creator, offered.get(creator)?.tiers ?? []]))
}
