import { z } from 'zod'
import { contract } from '../contract.ts'
import { page, pageInput } from '../values/page.ts'
import { PostView } from './posts.ts'

export const readFeed = contract('GET /api/feed', {
  summary: 'Following in strict order of time; Explore for visitors or on request',
  who: 'viewer',
  input: z.strictObject({ tab: z.enum(['following', 'explore']).default('following'), ...pageInput }),
  output: page(PostView),
  problems: ['http/bad-cursor'],
})
