import type { PollView } from '@corefans/shared/contracts/polls.ts'
import { percentagesOf } from '@corefans/shared/values/percentages.ts'
import { expect, it } from 'vitest'
import { withChoice, withTally } from './tally.ts'

const poll = (votes: number[], chosen: number[] = []): PollView => ({
  id: 'p',
  multiple: false,
  holdersOnly: false,
  closesAt: null,
  closed: false,
  options: votes.map((n, i) => ({ id: i + 1, label: `o${i + 1}`, votes: n, percent: percentagesOf(votes)[i] ?? 0 })),
  totalVotes: votes.reduce((sum, n) => sum + n, 0),
  viewer: { optionIds: chosen, mayVote: true, whyNot: null },
})
const votesOf = (view: PollView) => view.options.map((option) => option.votes)

it('percentages sum to a hundred', () => {
  expect(percentagesOf([1, 1, 1])).toEqual([34, 33, 33])
  expect(percentagesOf([0, 0])).toEqual([0, 0])
  for (const votes of [
    [1, 2, 4],
    [7, 7, 7, 7, 7, 7],
    [1, 999],
  ])
    expect(percentagesOf(votes).reduce((sum, n) => sum + n, 0)).toBe(100)
})

it('a vote counts at once', () => {
  const after = withChoice(poll([1, 1]), [1])
  expect(votesOf(after)).toEqual([2, 1])
  expect(after.totalVotes).toBe(3)
})

it('a changed vote moves, it does not add', () => {
  const after = withChoice(poll([2, 1], [1]), [2])
  expect(votesOf(after)).toEqual([1, 2])
  expect(after.totalVotes).toBe(3)
})

it('a vote taken back is gone', () => {
  const after = withChoice(poll([2, 1], [1]), [])
  expect([votesOf(after), after.totalVotes]).toEqual([[1, 1], 2])
})

it('the sums of the server replace ours, our choice stays', () => {
  const after = withTally(poll([2, 1], [1]), {
    totalVotes: 9,
    options: [
      { id: 1, votes: 4, percent: 44 },
      { id: 2, votes: 5, percent: 56 },
    ],
  })
  expect([votesOf(after), after.viewer.optionIds]).toEqual([[4, 5], [1]])
})
