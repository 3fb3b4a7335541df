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
export const likeComment = contract('PUT /api/comments/:commentId/like', {
  summary: 'Like a comment; again is the same',
  who: 'account',
  input: z.strictObject({ commentId: Id }),
  output: LikeView,
  problems: ['reactions/unknown', 'access/locked'],
  rate,
})
export const unlikeComment = contract('DELETE /api/comments/:commentId/like', {
  summary: 'Take the like of a comment back; again is the same',
  who: 'account',
  input: z.strictObject({ commentId: Id }),
  output: LikeView,
  problems: ['reactions/unknown', 'access/locked'],
  rate,
})
