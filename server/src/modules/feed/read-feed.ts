import type { PostView } from '@corefans/shared/contracts/posts.ts'
import type { Page } from '@corefans/shared/values/page.ts'
import type { Read } from '../../kernel/ctx.ts'
import { type Showing, timeline } from '../posts/index.ts'
import { shunnedBy } from '../safety/index.ts'

type Input = { tab: 'following' | 'explore'; limit: number; cursor?: string | undefined }

/** Following: whom the viewer follows and the viewer, strictly by time. Explore: everybody; a visitor always gets it. Whom the viewer has blocked or muted is left out. */
export const readFeed =
  (on: Showing) =>
  async (read: Read, input: Input): Promise<Page<PostView>> => {
    const { actor } = read
    const { items, nextCursor } = await timeline(read, on, !actor || input.tab === 'explore' ? 'everybody' : { followedBy: actor }, input)
    const authors = items.map(({ author }) => author.id)
    const { blocked, muted } = await shunnedBy(read, actor, authors)
    return { items: items.filter(({ author: { id } }) => !blocked.has(id) && !muted.has(id)), nextCursor }
  }
