import type { House } from '../../kernel/house.ts'
import { tellOfCredentials } from './tell-credentials.ts'
import { tellOfFollow, tellOfLikes, tellOfPollEnd } from './tell-interactions.ts'
import { tellOfMarket } from './tell-market.ts'
import { tellOfPasses } from './tell-passes.ts'
import { tellOfInvitation, tellOfPurchases, tellOfTips } from './tell-payments.ts'

export function onEvents(house: House): void {
  house.on('notifications.likes', ['subject.liked'], tellOfLikes)
  house.on('notifications.follows', ['profile.followed'], tellOfFollow)
  house.on('notifications.polls', ['poll.closed'], tellOfPollEnd)
  house.on('notifications.passes', ['pass.minted', 'pass.transferred', 'pass.used'], tellOfPasses(house.chain))
  house.on('notifications.market', ['sale.seen', 'offer.made'], tellOfMarket(house.chain))
  house.on('notifications.tips', ['tip.seen', 'tip.reversed'], tellOfTips)
  house.on('notifications.purchases', ['purchase.seen', 'purchase.reversed'], tellOfPurchases)
  house.on('notifications.teams', ['team.invited'], tellOfInvitation)
  house.on('notifications.credentials', ['credentials.changed'], tellOfCredentials)
  house.on('notifications.badges', ['notification.added', 'notifications.read'], async (ctx, { accountId, unread }) => {
    const state = { type: 'badges' as const, messages: 0, streams: 0, notifications: unread }
    ctx.afterCommit(() => house.bus.publish({ kind: 'state', topic: `account:${accountId}`, state }))
  })
}
