import type { Host } from '../../kernel/host.ts'
import { closePoll } from './create-poll.ts'
import { mayHear, pollIdsOf } from './read.ts'

export function onEvents(host: Host): void {
  host.job('polls.close', closePoll)
  host.onCommitted('polls.recheck', ['post.edited', 'post.deleted'], async (ctx, { postId }) => {
    for (const id of await pollIdsOf(ctx, postId)) ctx.afterCommit(() => host.bus.publish({ kind: 'recheck', topic: `poll:${id}` }))
  })
  host.topic('poll', mayHear)
}
