import type { EventOf } from '@corefans/shared/events/index.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { excerptFor } from '../posts/index.ts'
import { handleOf } from '../profiles/index.ts'
import { notify } from './notify.ts'

export async function notifyOfLikes(ctx: Ctx, { subjectId, ownerId, likerIds }: EventOf<'subject.liked'>): Promise<void> {
  await notify(ctx, {
    account: ownerId,
    type: 'like',
    group: `like ${subjectId}`,
    actors: likerIds,
    text: 'liked your post',
    excerpt: await excerptFor(ctx, ownerId, subjectId),
    href: `/post/${subjectId}`,
  })
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
