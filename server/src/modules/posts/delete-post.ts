import type { PostView } from '@corefans/shared/contracts/posts.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { updateSubject } from '../access/index.ts'
import { count } from '../profiles/index.ts'
import { likeCounts } from '../reactions/index.ts'
import { problem } from './problems.ts'
import { mayUndo, undoMs } from './rules.ts'
import { type PostWhole, setDeleted } from './store.ts'
import type { Showing } from './view.ts'
import { mustBeOwn, viewOne } from './write-post.ts'

/** The post is gone for everybody at once, bytes included; its author may undo it for a moment. */
export async function deletePost(ctx: Ctx, { postId }: { postId: string }): Promise<{ undoUntil: string }> {
  const post = await mustBeOwn(ctx, postId)
  if (post.deletedAt) throw problem.unknown()
  await setDeleted(ctx, post.id, ctx.now)
  await updateSubject(ctx, post.id, { state: 'deleted' })
  await countPost(ctx, post, -1)
  await ctx.emit({ type: 'post.deleted', postId: post.id, authorId: post.authorId })
  return { undoUntil: new Date(ctx.now.getTime() + undoMs).toISOString() }
}

/** Undoes a deletion: likes, votes and images are as they were. */
export const restorePost =
  (on: Showing) =>
  async (ctx: Ctx, { postId }: { postId: string }): Promise<PostView> => {
    const post = await mustBeOwn(ctx, postId)
    if (!mayUndo(post.deletedAt, ctx.now)) throw post.deletedAt ? problem['too-late']() : problem.unknown()
    await setDeleted(ctx, post.id, null)
    await updateSubject(ctx, post.id, { state: 'live' })
    await countPost(ctx, post, 1)
    await ctx.emit({ type: 'post.restored', postId: post.id, authorId: post.authorId })
    return viewOne(ctx, on, post.id)
  }

async function countPost(ctx: Ctx, post: PostWhole, step: 1 | -1): Promise<void> {
  const likes = (await likeCounts(ctx, [post.id])).get(post.id)?.likes ?? 0
  await count(
    ctx,
    new Map([
      [
        post.authorId,
        { posts: step, images: step * post.images, videos: step * post.videos, audio: step * post.audio, likes: step * likes },
      ],
    ]),
  )
}
