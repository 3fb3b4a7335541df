import { z } from 'zod'
import { contract } from '../contract.ts'
import { Id } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { page, pageInput } from '../values/page.ts'
import { prose } from '../values/text.ts'
import { Person } from './profiles.ts'

/** An active pass of the thread's creator in the author's hands: its tier, and for how many whole months it is theirs. */
export const HolderBadge = z.object({ tierName: z.string(), months: z.number().int() })
export type HolderBadge = z.infer<typeof HolderBadge>

/** A comment that was deleted and has replies is a stub: no author, no text, no badge. */
export const CommentView = z.object({
  id: Id,
  postId: Id,
  /** What it answers; null begins a thread. */
  parentId: Id.nullable(),
  author: Person.optional(),
  text: z.string().optional(),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  deleted: z.boolean(),
  counts: z.object({ likes: z.number().int(), replies: z.number().int() }),
  viewer: z.object({ liked: z.boolean(), isAuthor: z.boolean(), mayEdit: z.boolean(), mayDelete: z.boolean() }),
  /** Written by whoever published the post. */
  byPublisher: z.boolean(),
  badge: HolderBadge.optional(),
})
export type CommentView = z.infer<typeof CommentView>

/** Who may write, besides the post's author. */
export const ThreadRule = z.enum(['everyone', 'followers', 'holders', 'tippers'])
export type ThreadRule = z.infer<typeof ThreadRule>

export const ThreadView = z.object({
  rule: ThreadRule,
  /** Closed for everyone but the post's author. */
  locked: z.boolean(),
  pinned: CommentView.nullable(),
  comments: z.number().int(),
  viewer: z.object({
    isOwner: z.boolean(),
    mayWrite: z.boolean(),
    whyNot: z.enum(['signed-out', 'locked', 'followers', 'holders', 'tippers']).nullable(),
  }),
})
export type ThreadView = z.infer<typeof ThreadView>

const text = prose(limits.comment)
const onPost = ['comments/unknown-post', 'access/locked'] as const
const onComment = ['comments/unknown', 'access/locked'] as const

export const listComments = contract('GET /api/posts/:postId/comments', {
  summary: 'What begins a thread, newest or best first; with `parentId` the replies to one, oldest first',
  who: 'viewer',
  actFor: 'view',
  input: z.strictObject({ postId: Id, parentId: Id.optional(), order: z.enum(['newest', 'best']).default('newest'), ...pageInput }),
  output: page(CommentView),
  problems: [...onPost, 'http/bad-cursor'],
})
export const createComment = contract('POST /api/posts/:postId/comments', {
  summary: 'Comment on a post, or reply to a comment',
  who: 'account',
  actFor: 'write',
  input: z.strictObject({ postId: Id, text, parentId: Id.nullable().default(null) }),
  output: CommentView,
  status: 201,
  problems: [
    ...onPost,
    'comments/empty',
    'comments/unknown-parent',
    'comments/two-levels',
    'comments/thread-locked',
    'comments/followers-only',
    'comments/holders-only',
    'comments/tippers-only',
  ],
  rate: { points: 60, per: 'account' },
})
export const readComment = contract('GET /api/comments/:commentId', {
  summary: 'One comment',
  who: 'viewer',
  actFor: 'view',
  input: z.strictObject({ commentId: Id }),
  output: CommentView,
  problems: onComment,
})
export const editComment = contract('PATCH /api/comments/:commentId', {
  summary: 'Change the text within an hour; it is marked as edited',
  who: 'account',
  actFor: 'write',
  input: z.strictObject({ commentId: Id, text }),
  output: CommentView,
  problems: [...onComment, 'comments/not-yours', 'comments/empty', 'comments/too-late', 'comments/thread-locked'],
})
export const deleteComment = contract('DELETE /api/comments/:commentId', {
  summary: "Delete one's own comment, or any on one's own post; it may be undone for ten seconds",
  who: 'account',
  actFor: 'write',
  input: z.strictObject({ commentId: Id }),
  output: z.object({ undoUntil: z.iso.datetime() }),
  problems: ['comments/unknown', 'comments/not-yours'],
})
export const restoreComment = contract('POST /api/comments/:commentId/restore', {
  summary: 'Undo a deletion',
  who: 'account',
  actFor: 'write',
  input: z.strictObject({ commentId: Id }),
  output: CommentView,
  problems: ['comments/unknown', 'comments/too-late'],
})
export const readThread = contract('GET /api/posts/:postId/thread', {
  summary: 'Who may write on a post, whether the viewer may, and the comment that is pinned',
  who: 'viewer',
  actFor: 'view',
  input: z.strictObject({ postId: Id }),
  output: ThreadView,
  problems: onPost,
})
export const changeThread = contract('PATCH /api/posts/:postId/thread', {
  summary: 'Choose who may write, close the thread, or pin a comment: for whoever published the post',
  who: 'account',
  actFor: 'moderate',
  input: z.strictObject({
    postId: Id,
    rule: ThreadRule.optional(),
    locked: z.boolean().optional(),
    pinnedId: Id.nullable().optional(),
  }),
  output: ThreadView,
  problems: [...onPost, 'comments/not-your-thread', 'comments/unknown-pin'],
})
