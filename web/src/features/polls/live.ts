import type { LiveHandlers } from '../../lib/live.ts'
import { handlePollClosedEvent, handlePollTalliedEvent } from './votes.ts'

export const live: LiveHandlers = {
  events: {
    'poll.closed': (_queries, { pollId }) => handlePollClosedEvent(pollId),
    'poll.tallied': (_queries, event) => handlePollTalliedEvent(event.pollId, event),
  },
}
