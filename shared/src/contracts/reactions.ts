import { z } from 'zod'
import { contract } from '../contract.ts'
import { Id } from '../values/ids.ts'

export const LikeView = z.object({ liked: z.boolean(), likes: z.number().int() })
const rate = { points: 600, per: 'account' } as const
export const like = contract('PUT /api/posts/:postId/like', {
  summary: 'Like; again is the same',
  who: 'account',
  input: z.strictObject({ postId: Id }),
  output: LikeView,
  problems: ['reactions/unknown', 'access/locked'],
  rate,
})
export const unlike = contract('DELETE /api/posts/:postId/like', {
  summary: 'Take a like back; again is the same',
  who: 'account',
  input: z.strictObject({ postId: Id }),
  output: LikeView,
  problems: ['reactions/unknown', 'access/locked'],
  rate,
})
