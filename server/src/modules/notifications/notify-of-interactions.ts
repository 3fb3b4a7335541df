import type { EventOf } from '@corefans/shared/events/index.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { excerptOf } from '../comments/index.ts'
import { excerptFor } from '../posts/index.ts'
import { handleOf } from '../profiles/index.ts'
import { notify } from './notify.ts'
import { said } from './words.ts'

/** Where a comment is seen in its thread. */
export const commentHref = (postId: string, commentId: string): string => `/post/${postId}?comment=${commentId}`

export async function notifyOfLikes(ctx: Ctx, liked: EventOf<'subject.liked'>): Promise<void> {
  const { subjectId, ownerId, likerIds, withinId } = liked
  const note = { account: ownerId, type: 'like' as const, group: `like ${subjectId}`, actors: likerIds }
  if (withinId) {
    const excerpt = await excerptOf(ctx, ownerId, subjectId)
    return notify(ctx, { ...note, text: said.likedComment, excerpt, href: commentHref(withinId, subjectId) })
  }
  await notify(ctx, { ...note, text: said.likedPost, excerpt: await excerptFor(ctx, ownerId, subjectId), href: `/post/${subjectId}` })
}

export async function notifyOfFollow(ctx: Ctx, { followerId, followeeId }: EventOf<'profile.followed'>): Promise<void> {
  const href = `/@${await handleOf(ctx, followerId)}`
  await notify(ctx, {
    account: followeeId,
    type: 'follow',
    group: 'follow',
    actors: [followerId],
    text: 'followed you',
    excerpt: null,
    href,
  })
}

export async function notifyOfPollEnd(ctx: Ctx, { subjectId, ownerId }: EventOf<'poll.closed'>): Promise<void> {
  await notify(ctx, {
    account: ownerId,
    type: 'poll-end',
    group: `poll-end ${subjectId}`,
    actors: [],
    text: 'Your poll has ended',
    excerpt: await excerptFor(ctx, ownerId, subjectId),
    href: `/post/${subjectId}`,
  })
}
