import type { Ctx } from '../../kernel/ctx.ts'
import type { House } from '../../kernel/house.ts'
import { tiersOf } from '../passes/index.ts'
import { excerptFor } from '../posts/index.ts'
import { handleOf, peopleOf } from '../profiles/index.ts'
import { notify } from './notify.ts'

export function onEvents(house: House): void {
  const tierName = async (ctx: Ctx, creatorId: string, tierId: number) =>
    (await tiersOf(ctx, house.chain, [creatorId])).get(creatorId)?.find((tier) => tier.tierId === tierId)?.name ?? 'pass'
  const nameOf = async (ctx: Ctx, account: string) => (await peopleOf(ctx, [account])).get(account)?.name ?? 'somebody'

  house.on('notifications.likes', ['subject.liked'], async (ctx, { subjectId, ownerId, likerIds }) => {
    const excerpt = await excerptFor(ctx, ownerId, subjectId)
    await notify(ctx, {
      account: ownerId,
      type: 'like',
      group: `like ${subjectId}`,
      actors: likerIds,
      text: 'liked your post',
      excerpt,
      href: `/post/${subjectId}`,
    })
  })
  house.on('notifications.follows', ['profile.followed'], async (ctx, { followerId, followeeId }) => {
    await notify(ctx, {
      account: followeeId,
      type: 'follow',
      group: 'follow',
      actors: [followerId],
      text: 'followed you',
      excerpt: null,
      href: `/@${await handleOf(ctx, followerId)}`,
    })
  })
  house.on('notifications.polls', ['poll.closed'], async (ctx, { subjectId, ownerId }) => {
    const excerpt = await excerptFor(ctx, ownerId, subjectId)
    await notify(ctx, {
      account: ownerId,
      type: 'poll-end',
      group: `poll-end ${subjectId}`,
      actors: [],
      text: 'Your poll has ended',
      excerpt,
      href: `/post/${subjectId}`,
    })
  })
  house.on('notifications.passes', ['pass.minted', 'pass.transferred'], async (ctx, event) => {
    const tier = await tierName(ctx, event.creatorId, event.tierId)
    const creator = { name: await nameOf(ctx, event.creatorId), href: `/@${await handleOf(ctx, event.creatorId)}` }
    if (event.type === 'pass.minted') {
      if (!event.buyerId) return
      await notify(ctx, {
        account: event.creatorId,
        type: 'sale',
        group: `sale ${event.tierId}`,
        actors: [event.buyerId],
        text: `bought your pass “${tier}”`,
        excerpt: null,
        href: '/studio/passes',
      })
      if (event.buyerId === event.creatorId) return
      await notify(ctx, {
        account: event.buyerId,
        type: 'purchase',
        group: `purchase ${event.tokenId} ${event.creatorId}`,
        actors: [],
        text: `You hold “${tier}” by ${creator.name}`,
        excerpt: null,
        href: creator.href,
      })
    } else if (event.toId && event.toId !== event.fromId) {
      await notify(ctx, {
        account: event.toId,
        type: 'transfer',
        group: `transfer ${event.txHash}`,
        actors: event.fromId ? [event.fromId] : [],
        text: `sent you the pass “${tier}” by ${creator.name}`,
        excerpt: null,
        href: creator.href,
      })
    }
  })
  house.on('notifications.badges', ['notification.added', 'notifications.read'], async (ctx, { accountId, unread }) => {
    ctx.afterCommit(() =>
      house.bus.publish({
        kind: 'state',
        topic: `account:${accountId}`,
        state: { type: 'badges', messages: 0, streams: 0, notifications: unread },
      }),
    )
  })
}
