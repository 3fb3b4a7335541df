import type { House } from '../../kernel/house.ts'
import { closePoll } from './create-poll.ts'
import { mayHear, pollIdsOf } from './read.ts'

export function onEvents(house: House): void {
  house.job('polls.close', closePoll(house.chain.id))
  house.on('polls.recheck', ['post.edited', 'post.deleted'], async (ctx, { postId }) => {
    for (const id of await pollIdsOf(ctx, postId)) ctx.afterCommit(() => house.bus.publish({ kind: 'recheck', topic: `poll:${id}` }))
  })
  house.topic('poll', mayHear(house.chain.id))
}
