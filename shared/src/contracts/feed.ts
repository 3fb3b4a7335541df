import { z } from 'zod'
import { contract } from '../contract.ts'
import { page, pageInput } from '../values/page.ts'
import { TierView } from './passes.ts'
import { PostView } from './posts.ts'

export const readFeed = contract('GET /api/feed', {
  summary: 'Following in strict order of time; Explore for visitors or on request',
  who: 'viewer',
  input: z.strictObject({ tab: z.enum(['following', 'explore']).default('following'), ...pageInput }),
  output: page(PostView),
  problems: ['http/bad-cursor'],
})

export const firstPass = contract('GET /api/first-pass', {
  summary: 'A free pass to begin with, and a locked post that it opens; null where nobody gives one',
  who: 'account',
  input: z.strictObject({}),
  output: z.object({ first: z.object({ tier: TierView, post: PostView }).nullable() }),
  problems: [],
})
