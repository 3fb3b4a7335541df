import type { Host } from '../../kernel/host.ts'
import { streamsOnAirFor } from '../live/index.ts'
import { notifyOfComments } from './notify-of-comments.ts'
import { notifyOfCredentials } from './notify-of-credentials.ts'
import { notifyOfFollow, notifyOfLikes, notifyOfPollEnd } from './notify-of-interactions.ts'
import { notifyOfMarket } from './notify-of-market.ts'
import { notifyOfPasses } from './notify-of-passes.ts'
import { notifyOfInvitation, notifyOfPayments } from './notify-of-payments.ts'

export function onEvents(host: Host): void {
  host.onCommitted('notifications.likes', ['subject.liked'], notifyOfLikes)
  host.onCommitted('notifications.comments', ['comments.added'], notifyOfComments)
  host.onCommitted('notifications.follows', ['profile.followed'], notifyOfFollow)
  host.onCommitted('notifications.polls', ['poll.closed'], notifyOfPollEnd)
  host.onCommitted('notifications.passes', ['pass.minted', 'pass.transferred', 'pass.used'], notifyOfPasses)
  host.onCommitted('notifications.market', ['sale.seen', 'offer.made'], notifyOfMarket)
  host.onCommitted('notifications.payments', ['payment.settled', 'payment.reversed'], notifyOfPayments)
  host.onCommitted('notifications.teams', ['team.invited'], notifyOfInvitation)
  host.onCommitted('notifications.credentials', ['credentials.changed'], notifyOfCredentials)
  host.onCommitted('notifications.badges', ['notification.added', 'notifications.read'], async (ctx, { accountId, unread }) => {
    const state = { type: 'badges' as const, streams: await streamsOnAirFor(ctx, accountId), notifications: unread }
    ctx.afterCommit(() => host.bus.publish({ kind: 'state', topic: `account:${accountId}`, state }))
  })
}
