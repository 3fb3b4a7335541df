import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { LRUCache } from 'lru-cache'
import { nobody, type Read } from '../../kernel/ctx.ts'
import { dataloader } from '../../kernel/dataloader.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { tiersOf } from './read.ts'

/** What a visitor is offered, by creator. Shown, never decided upon: a second's delay saves five queries a page with a locked post. */
const known = new LRUCache<string, TierView[]>({ max: 10_000, ttl: 1_000 })

type Chain = Pick<ChainPort, 'id' | 'confirmations' | 'head' | 'contracts'>
type Offered = { creator: string; tiers: TierView[] }
const finders = new WeakMap<Chain, ReturnType<typeof finderOn>>()
/** What is missing is found for all pages of one turn together. */
const finderOn = (chain: Chain) =>
  dataloader<Offered>(
    async ({ sql }, creators) => {
      const found = await tiersOf({ sql, actor: null, caller: nobody }, chain, creators)
      return [...found].map(([creator, tiers]) => ({ creator, tiers }))
    },
    ({ creator }) => creator,
  )
function finderOf(chain: Chain): ReturnType<typeof finderOn> {
  const finder = finders.get(chain) ?? finderOn(chain)
  finders.set(chain, finder)
  return finder
}

/** The tiers of creators as anybody sees them, cheapest first, at most a second old. */
export async function offersOf(read: Read, chain: Chain, creators: readonly string[]): Promise<Map<string, TierView[]>> {
  const missing = creators.filter((creator) => !known.has(creator))
  const fresh = new Map((await finderOf(chain)(read, missing)).map(({ creator, tiers }) => [creator, tiers]))
  for (const [creator, tiers] of fresh) known.set(creator, tiers)
  return new Map(creators.map((creator) => [creator, fresh.get(creator) ?? known.get(creator) ?? []]))
}
