import type { PollDraft } from '@corefans/shared/contracts/polls.ts'
import type { Audience, PostView } from '@corefans/shared/contracts/posts.ts'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { gateOf, insertSubject, mustHaveTiers, updateSubject } from '../access/index.ts'
import { attachMedia, kindsOf } from '../media/index.ts'
import { createPoll } from '../polls/index.ts'
import { count } from '../profiles/index.ts'
import { problem } from './problems.ts'
import { isEmpty } from './rules.ts'
import { insertPost, lockPost, type PostWhole, updatePost } from './store.ts'
import { type Showing, viewPosts } from './view.ts'

type NewPost = { text: string; audience: Audience; mediaIds: string[]; poll?: PollDraft | undefined }
type Change = { postId: string; text?: string | undefined; audience?: Audience | undefined; mediaIds?: string[] | undefined }

/** Publishes: the post, its gate, its media and poll, and the author's counters in one transaction. */
export const createPost =
  (on: Showing) =>
  async (ctx: Ctx, input: NewPost): Promise<PostView> => {
    const shown = await kindsOf(ctx, input.mediaIds)
    const post = { authorId: me(ctx), text: input.text, ...shown, hasPoll: input.poll !== undefined }
    if (isEmpty(post) && input.mediaIds.length === 0) throw problem.empty()
    await mustHaveTiers(ctx, input.audience)
    const id = await insertPost(ctx, post)
    await insertSubject(ctx, { id, kind: 'post', ownerId: post.authorId, gate: input.audience })
    await attachMedia(ctx, id, input.mediaIds)
    if (input.poll) await createPoll(ctx, id, input.poll)
    await count(ctx, new Map([[post.authorId, { posts: 1, ...shown }]]))
    await ctx.emit({ type: 'post.published', postId: id, authorId: post.authorId })
    return viewOne(ctx, on, id)
  }

/** Changes what is given; likes, votes and the earlier text stay. */
export const editPost =
  (on: Showing) =>
  async (ctx: Ctx, input: Change): Promise<PostView> => {
    const post = await mustBeOwn(ctx, input.postId)
    if (post.deletedAt) throw problem.unknown()
    const { images, videos, audio } = post
    const shown = input.mediaIds ? await kindsOf(ctx, input.mediaIds) : { images, videos, audio }
    const next = { text: input.text ?? post.text, ...shown }
    if (isEmpty({ ...next, hasPoll: post.hasPoll }) && !input.mediaIds?.length) throw problem.empty()
    const gateBefore = await gateOf(ctx, post.id)
    if (input.audience) {
      await mustHaveTiers(ctx, input.audience)
      await updateSubject(ctx, post.id, { gate: input.audience })
    }
    if (input.mediaIds) await attachMedia(ctx, post.id, input.mediaIds)
    await updatePost(ctx, { ...post, gate: gateBefore }, next)
    const moved = { images: shown.images - images, videos: shown.videos - videos, audio: shown.audio - audio }
    if (Object.values(moved).some((by) => by !== 0)) await count(ctx, new Map([[post.authorId, moved]]))
    await ctx.emit({ type: 'post.edited', postId: post.id, authorId: post.authorId })
    return viewOne(ctx, on, post.id)
  }

/** The post behind its lock if it is the actor's; a stranger learns only what the post's page would say. */
export async function mustBeOwn(ctx: Ctx, postId: string): Promise<PostWhole> {
  const post = await lockPost(ctx, postId)
  if (!post || (post.deletedAt && post.authorId !== me(ctx))) throw problem.unknown()
  if (post.authorId !== me(ctx)) throw problem['not-yours']()
  return post
}

export async function viewOne(ctx: Ctx, on: Showing, postId: string): Promise<PostView> {
  const post = await lockPost(ctx, postId)
  const [view] = post ? await viewPosts(ctx, on, [post]) : []
  if (!view) throw problem.unknown()
  return view
}
