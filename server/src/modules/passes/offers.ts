import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { LRUCache } from 'lru-cache'
import type { Read } from '../../kernel/ctx.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { tiersOf } from './read.ts'

/** What a visitor is offered, by creator. Shown, never decided upon: a second's delay saves five queries a page with a locked post. */
const known = new LRUCache<string, TierView[]>({ max: 10_000, ttl: 1_000 })

/** The tiers of creators as anybody sees them, cheapest first, at most a second old. */
export async function offersOf(
  read: Read,
  chain: Pick<ChainPort, 'id' | 'confirmations' | 'head' | 'contracts'>,
  creators: readonly string[],
): Promise<Map<string, TierView[]>> {
  const missing = creators.filter((creator) => !known.has(creator))
  const fresh = missing.length > 0 ? await tiersOf({ ...read, actor: null }, chain, missing) : new Map<string, TierView[]>()
  for (const [creator, tiers] of fresh) known.set(creator, tiers)
  return new Map(creators.map((creator) => [creator, fresh.get(creator) ?? known.get(creator) ?? []]))
}
