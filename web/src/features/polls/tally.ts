import type { PollView } from '@corefans/shared/contracts/polls.ts'

/** Whole percentages that sum to 100 by the largest remainder; earlier options win ties. All 0 while nobody has voted. */
export function percentages(votes: readonly number[]): number[] {
  const total = votes.reduce((sum, n) => sum + n, 0)
  if (total === 0) return votes.map(() => 0)
  const floors = votes.map((n) => Math.floor((n * 100) / total))
  const missing = 100 - floors.reduce((sum, n) => sum + n, 0)
  const byRemainder = votes.map((n, i) => ({ i, rest: (n * 100) % total })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  const lifted = new Set(byRemainder.slice(0, missing).map(({ i }) => i))
  return floors.map((floor, i) => floor + (lifted.has(i) ? 1 : 0))
}

/** The poll as it will look once the server has taken this choice. */
export function withChoice(poll: PollView, optionIds: readonly number[]): PollView {
  const before = new Set(poll.viewer.optionIds)
  const after = new Set(optionIds)
  const votes = poll.options.map(({ id, votes: n }) => n + Number(after.has(id)) - Number(before.has(id)))
  const percent = percentages(votes)
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
