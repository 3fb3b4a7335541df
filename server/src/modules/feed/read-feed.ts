import type { PostView } from '@corefans/shared/contracts/posts.ts'
import type { Page } from '@corefans/shared/values/page.ts'
import type { Read } from '../../kernel/ctx.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { timeline } from '../posts/index.ts'
import { followees } from '../profiles/index.ts'

type Input = { tab: 'following' | 'explore'; limit: number; cursor?: string | undefined }

/** Following: whom the viewer follows and the viewer, strictly by time. Explore: everybody; a visitor always gets it. */
export const readFeed =
  (chain: ChainPort) =>
  async (read: Read, input: Input): Promise<Page<PostView>> => {
    if (!read.actor || input.tab === 'explore') return timeline(read, chain, 'everybody', input)
    return timeline(read, chain, [read.actor, ...(await followees(read, read.actor))], input)
  }
