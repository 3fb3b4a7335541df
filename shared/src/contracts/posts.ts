import { z } from 'zod'
import { contract } from '../contract.ts'
import { Handle } from '../values/handle.ts'
import { Id } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { Amount, Currency, Money } from '../values/money.ts'
import { page, pageInput } from '../values/page.ts'
import { prose } from '../values/text.ts'
import { MediaKind, shown } from './media.ts'
import { PollDraft, PollView } from './polls.ts'
import { Person } from './profiles.ts'

const PassRule = z.strictObject({
  kind: z.literal('pass'),
  tierIds: z.array(z.number().int().min(1).max(0xffff)).min(1).max(20).optional(),
})
/** Has paid this for the post, once. What was paid stays paid when the price changes. */
const PurchaseRule = z.strictObject({ kind: z.literal('purchase'), currency: Currency, amount: Amount })
export type PurchaseRule = z.infer<typeof PurchaseRule>

/** One condition on a viewer. `pass`: holds an active pass of the author, of one of these tiers or of any. */
export const GateRule = z.discriminatedUnion('kind', [PassRule, PurchaseRule])
export type GateRule = z.infer<typeof GateRule>

/** Who may open a subject: everyone, followers, or whoever meets all rules of any one set. */
export const Audience = z.union([
  z.literal('public'),
  z.literal('followers'),
  z.strictObject({ anyOf: z.array(z.array(GateRule).min(1).max(4)).min(1).max(4) }),
])
export type Audience = z.infer<typeof Audience>

/** A locked attachment has kind, duration, size and a preview of 24 blurred pixels; nothing else of it leaves the server. */
export const AttachmentView = z.object({ kind: MediaKind, id: Id.optional(), alt: z.string().optional(), ...shown })
export type AttachmentView = z.infer<typeof AttachmentView>

export const UnlockOffer = z.object({
  follow: z.boolean(),
  tiers: z.array(z.object({ tierId: z.number().int(), name: z.string(), price: Money, soldOut: z.boolean() })),
  /** What the post costs by itself, once. */
  price: Money.optional(),
})

export const PostView = z.object({
  id: Id,
  author: Person,
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  audience: Audience,
  locked: z.boolean(),
  text: z.string().optional(),
  media: z.array(AttachmentView),
  poll: PollView.optional(),
  counts: z.object({ likes: z.number().int(), comments: z.number().int(), tips: z.number().int() }),
  viewer: z.object({ liked: z.boolean(), isAuthor: z.boolean() }),
  /** What would open a locked post. */
  unlock: UnlockOffer.optional(),
})
export type PostView = z.infer<typeof PostView>

const body = {
  text: prose(limits.postText).default(''),
  audience: Audience.default('public'),
  mediaIds: z.array(Id).max(limits.postMedia).default([]),
}
const postProblems = ['media/unknown', 'posts/empty', 'passes/unknown-tier'] as const

export const createPost = contract('POST /api/posts', {
  summary: 'Publish a post: text, images, video, audio, a poll, or all of them',
  who: 'account',
  actFor: 'write',
  input: z.strictObject({ ...body, poll: PollDraft.optional() }),
  output: PostView,
  status: 201,
  problems: postProblems,
  rate: { points: 60, per: 'account' },
})
export const readPost = contract('GET /api/posts/:postId', {
  summary: 'One post; a locked one comes without its text and bytes',
  who: 'viewer',
  actFor: 'view',
  input: z.strictObject({ postId: Id }),
  output: PostView,
  problems: ['posts/unknown'],
})
export const editPost = contract('PATCH /api/posts/:postId', {
  summary: 'Change text, audience or media; likes and votes stay',
  who: 'account',
  actFor: 'write',
  input: z.strictObject({
    postId: Id,
    text: prose(limits.postText).optional(),
    audience: Audience.optional(),
    mediaIds: z.array(Id).max(limits.postMedia).optional(),
  }),
  output: PostView,
  problems: ['posts/unknown', 'posts/not-yours', ...postProblems],
})
export const deletePost = contract('DELETE /api/posts/:postId', {
  summary: 'Delete; the author may undo it for ten seconds',
  who: 'account',
  actFor: 'write',
  input: z.strictObject({ postId: Id }),
  output: z.object({ undoUntil: z.iso.datetime() }),
  problems: ['posts/unknown', 'posts/not-yours'],
})
export const restorePost = contract('POST /api/posts/:postId/restore', {
  summary: 'Undo a deletion',
  who: 'account',
  actFor: 'write',
  input: z.strictObject({ postId: Id }),
  output: PostView,
  problems: ['posts/unknown', 'posts/too-late'],
})
export const listRevisions = contract('GET /api/posts/:postId/revisions', {
  summary: 'Earlier texts of a post the viewer may open',
  who: 'viewer',
  actFor: 'view',
  input: z.strictObject({ postId: Id }),
  output: z.object({ items: z.array(z.object({ text: z.string(), at: z.iso.datetime() })), nextCursor: z.null() }),
  problems: ['posts/unknown', 'access/locked'],
})
/** Which posts of somebody: `media` is those with an image, a video or a sound. */
export const PostsOnly = z.enum(['all', 'media', 'images', 'videos', 'audio', 'polls'])
export type PostsOnly = z.infer<typeof PostsOnly>
export const listProfilePosts = contract('GET /api/profiles/:handle/posts', {
  summary: "Somebody's posts, newest first",
  who: 'viewer',
  actFor: 'view',
  input: z.strictObject({ handle: Handle, only: PostsOnly.default('all'), ...pageInput }),
  output: page(PostView),
  problems: ['profiles/unknown', 'http/bad-cursor'],
})
