import type { PollView } from '@corefans/shared/contracts/polls.ts'
import { percentagesOf } from '@corefans/shared/values/percentages.ts'

/** The poll as it will look once the server has taken this choice. */
export function withChoice(poll: PollView, optionIds: readonly number[]): PollView {
  const before = new Set(poll.viewer.optionIds)
  const after = new Set(optionIds)
  const votes = poll.options.map(({ id, votes: n }) => n + Number(after.has(id)) - Number(before.has(id)))
  const percent = percentagesOf(votes)
  return {
    ...poll,
    options: poll.options.map((option, i) => ({ ...option, votes: votes[i] ?? 0, percent: percent[i] ?? 0 })),
    totalVotes: poll.totalVotes + Number(after.size > 0) - Number(before.size > 0),
    viewer: { ...poll.viewer, optionIds: [...after] },
  }
}

export type Tally = { totalVotes: number; options: { id: number; votes: number; percent: number }[] }

/** New sums from the server; what this person chose stays. */
export function withTally(poll: PollView, tally: Tally): PollView {
  const byId = new Map(tally.options.map((option) => [option.id, option]))
  return { ...poll, totalVotes: tally.totalVotes, options: poll.options.map((option) => ({ ...option, ...byId.get(option.id) })) }
}

export const asClosed = (poll: PollView): PollView => ({
  ...poll,
  closed: true,
  viewer: { ...poll.viewer, mayVote: false, whyNot: 'closed' },
})
