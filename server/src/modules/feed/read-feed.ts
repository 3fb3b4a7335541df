import type { PostView } from '@corefans/shared/contracts/posts.ts'
import type { Page } from '@corefans/shared/values/page.ts'
import type { Read } from '../../kernel/ctx.ts'
import { type Showing, timeline } from '../posts/index.ts'

type Input = { tab: 'following' | 'explore'; limit: number; cursor?: string | undefined }

/** Following: whom the viewer follows and the viewer, strictly by time. Explore: everybody; a visitor always gets it. */
export const readFeed =
  (on: Showing) =>
  async (read: Read, input: Input): Promise<Page<PostView>> => {
    if (!read.actor || input.tab === 'explore') return timeline(read, on, 'everybody', input)
    return timeline(read, on, { followedBy: read.actor }, input)
  }
