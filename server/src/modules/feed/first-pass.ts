import type { TierView } from '@corefans/shared/contracts/passes.ts'
import type { PostView } from '@corefans/shared/contracts/posts.ts'
import type { Read } from '../../kernel/ctx.ts'
import { freeTiers } from '../passes/index.ts'
import { lockedBehind, type Showing } from '../posts/index.ts'

type First = { tier: TierView; post: PostView }

/** What the first minute begins with: a pass that costs nothing, of somebody else, and a post that it opens. */
export const firstPass =
  (on: Showing) =>
  async (read: Read): Promise<{ first: First | null }> => {
    for (const tier of await freeTiers(read)) {
      if (tier.viewer.holds || tier.creator.id === read.actor) continue
      const post = await lockedBehind(read, on, { authorId: tier.creator.id, tierId: tier.tierId })
      if (post) return { first: { tier, post } }
    }
    return { first: null }
  }
