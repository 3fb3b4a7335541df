import type { PollView } from '@corefans/shared/contracts/polls.ts'
import { percentagesOf } from '@corefans/shared/values/percentages.ts'
import type { PollRow } from './store/polls.ts'

export type Voter = { account: string | null; isHolder: boolean; optionIds: readonly number[] }

/** What is the same for every viewer of a poll: worked out once for a crowd. */
export type PollOutline = Omit<PollView, 'viewer'>

export function outlinePoll(poll: PollRow): PollOutline {
  const percent = percentagesOf(poll.options.map((option) => option.votes))
  return {
    id: poll.id,
    multiple: poll.multiple,
    holdersOnly: poll.holdersOnly,
    closesAt: poll.closesAt?.toISOString() ?? null,
    closed: poll.closed,
    options: poll.options.map((option, i) => ({ ...option, percent: percent[i] ?? 0 })),
    totalVotes: poll.options.reduce((sum, option) => sum + option.votes, 0),
  }
}

export function presentPoll(poll: PollRow, voter: Voter, outline: PollOutline = outlinePoll(poll)): PollView {
  const why = whyNot(poll, voter)
  return { ...outline, viewer: { optionIds: [...voter.optionIds], mayVote: why === null, whyNot: why } }
}

function whyNot(poll: PollRow, voter: Voter): PollView['viewer']['whyNot'] {
  if (poll.closed) return 'closed'
  if (!voter.account) return 'signed-out'
  return poll.holdersOnly && !voter.isHolder ? 'holders-only' : null
}
