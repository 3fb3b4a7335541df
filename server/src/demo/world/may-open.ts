import type { GateRule } from '@corefans/shared/contracts/posts.ts'
import type { Offset, WorldFollow, WorldHolding, WorldPost } from './types.ts'

/** Since when a person may do something about a post; null is never. */
export type Since = (handle: string, post: WorldPost) => Offset | null

/**
 * Since when somebody may open, and since when vote. A pass counts only if it is still good at the epoch:
 * so every like and vote is allowed both at its own moment and to a seeder that replays it on the first morning.
 */
export function gatesOf(follows: WorldFollow[], passes: WorldHolding[]): { mayOpen: Since; mayVote: Since } {
  const followed = new Map(follows.map(({ follower, followee, at }) => [`${follower}>${followee}`, at]))
  const holdings = new Map<string, WorldHolding[]>()
  for (const pass of passes) {
    const key = `${pass.holder}>${pass.creator}`
    if (pass.expiresAt === null || pass.expiresAt > 0) holdings.set(key, [...(holdings.get(key) ?? []), pass])
  }
  const heldSince = (handle: string, creator: string, tierIds?: number[]) =>
    holdings.get(`${handle}>${creator}`)?.find(({ tierId }) => !tierIds || tierIds.includes(tierId))?.since ?? null
  const mayOpen: Since = (handle, { author, at, audience }) => {
    const since =
      audience === 'public'
        ? at
        : audience === 'followers'
          ? (followed.get(`${handle}>${author}`) ?? null)
          : heldSince(handle, author, tierIdsOf(audience.anyOf[0]?.[0]))
    return since === null ? null : Math.max(at, since)
  }
  const mayVote: Since = (handle, post) => {
    const open = mayOpen(handle, post)
    const held = post.poll?.holdersOnly ? heldSince(handle, post.author) : post.at
    return open === null || held === null ? null : Math.max(open, held)
  }
  return { mayOpen, mayVote }
}

const tierIdsOf = (rule: GateRule | undefined) => (rule?.kind === 'pass' ? rule.tierIds : undefined)
