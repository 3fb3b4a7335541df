import type { DomainEvent } from './index.ts'

/**
 * Which topics hear a domain event. Topics and who may join them:
 * `account:<id>` its own account · `profile:<id>` anyone · `post:<id>` whoever may see the post (locked or not)
 * · `market:all` anyone · `poll:<id>` whoever may open its post. An event without a topic stays inside the server.
 */
export function topicsOf(event: DomainEvent): string[] {
  switch (event.type) {
    case 'profile.edited':
    case 'profile.counted':
      return [`profile:${event.accountId}`]
    case 'post.published':
      return [`profile:${event.authorId}`]
    case 'post.edited':
    case 'post.deleted':
    case 'post.restored':
      return [`post:${event.postId}`, `profile:${event.authorId}`]
    case 'subject.liked':
    case 'subject.unliked':
      return [`post:${event.subjectId}`]
    case 'poll.tallied':
    case 'poll.closed':
      return [`poll:${event.pollId}`]
    case 'listing.changed':
    case 'pass.sold':
      return ['market:all']
    case 'offer.changed':
      return event.accountIds.map((id) => `account:${id}`)
    case 'tier.changed':
    case 'token.changed':
    case 'token.promised':
    case 'launch.changed':
      return [`profile:${event.creatorId}`]
    case 'tip.seen':
    case 'tip.reversed':
      return [...(event.subjectId ? [`post:${event.subjectId}`] : []), ...(event.payeeId ? [`account:${event.payeeId}`] : [])]
    case 'team.changed':
    case 'access.changed':
    case 'wallets.changed':
    case 'sessions.revoked':
    case 'notification.added':
    case 'notifications.read':
      return [`account:${event.accountId}`]
    default:
      return []
  }
}
