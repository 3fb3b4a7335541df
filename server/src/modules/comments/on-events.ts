import type { Host } from '../../kernel/host.ts'
import { announceBadges, rankComment } from './follow-events.ts'
import { hydrateComments, mayHear } from './read.ts'
import { reconcileSlice } from './reconcile.ts'

export function onEvents(host: Host): void {
  host.hydrates(hydrateComments)
  host.topic('comments', mayHear)
  host.onInTransaction('subject.liked', rankComment)
  host.onInTransaction('subject.unliked', rankComment)
  host.onCommitted('comments.recheck', ['post.edited', 'post.deleted'], async (ctx, { postId }) =>
    ctx.afterCommit(() => host.bus.publish({ kind: 'recheck', topic: `comments:${postId}` })),
  )
  host.onCommitted('comments.badges', ['access.changed'], announceBadges)
  let after: string | null = null
  host.cron('comments.reconcile', '* * * * *', async () => {
    const { drifts, last } = await reconcileSlice(host, after)
    after = last
    if (drifts.length > 0)
      host.log.error(new Error(JSON.stringify(drifts.slice(0, 5))), `healed ${drifts.length} drifted counts of comments`)
  })
}
