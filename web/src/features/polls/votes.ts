import type { PollView } from '@corefans/shared/contracts/polls.ts'
import { api } from '../../lib/api.ts'
import { latestWins } from '../../lib/latest-wins.ts'
import { createOverlay } from '../../lib/overlay.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { toast } from '../../ui/toast.ts'
import { asClosed, type Tally, withChoice, withTally } from './tally.ts'

export const polls = createOverlay<PollView>()

/** Choices that the server has not confirmed yet. */
const waiting = new Map<string, number[]>()

const send = latestWins<number[]>(async (pollId, optionIds) => {
  polls.learn(pollId, await api('POST /api/polls/:pollId/votes', { pollId, optionIds }))
})

/** Shown at once on every card of the poll; taken back, with the reason, if the server says no. */
export async function castVote(pollId: string, optionIds: number[]): Promise<void> {
  waiting.set(pollId, optionIds)
  polls.expect(pollId, (now) => withChoice(now, optionIds))
  try {
    if ((await send(pollId, optionIds)) === 'done') settle(pollId)
  } catch (error) {
    settle(pollId)
    toast(`${sentenceOf(error)}. Your vote was not counted.`)
  }
}

function settle(pollId: string): void {
  waiting.delete(pollId)
  polls.settle(pollId)
}

export const handlePollClosedEvent = (pollId: string): void => polls.adjust(pollId, asClosed)

export function handlePollTalliedEvent(pollId: string, tally: Tally): void {
  polls.adjust(pollId, (poll) => withTally(poll, tally))
  const chosen = waiting.get(pollId)
  // A tally during our own vote may hold it already: from here on the sums are the server's, only the choice is ours.
  if (chosen) polls.expect(pollId, (poll) => ({ ...poll, viewer: { ...poll.viewer, optionIds: chosen } }))
}
