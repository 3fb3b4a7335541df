import type { Problem } from '../../kernel/errors.ts'
import { problem } from './problems.ts'

export type Ballot = { closesAt: Date | null; optionIds: readonly number[]; multiple: boolean; holdersOnly: boolean }

/** A poll is open until the very instant it closes. */
export const isClosed = (poll: Pick<Ballot, 'closesAt'>, now: Date): boolean => poll.closesAt !== null && now >= poll.closesAt

/** Why this choice cannot stand, or null if it can. An empty choice withdraws the vote. */
export function whyNotVote(poll: Ballot, optionIds: readonly number[], voter: { isHolder: boolean }, now: Date): Problem | null {
  if (isClosed(poll, now)) return problem.closed({ closesAt: poll.closesAt?.toISOString() })
  const stranger = optionIds.find((id) => !poll.optionIds.includes(id))
  if (stranger !== undefined) return problem['unknown-option']({ optionId: stranger })
  if (new Set(optionIds).size > 1 && !poll.multiple) return problem['one-choice']()
  if (poll.holdersOnly && !voter.isHolder) return problem['holders-only']()
  return null
}

/**
 * Whole percentages that sum to 100 by the largest remainder (Hare quota); ties go to the earlier option. All 0 without votes.
 * So 1/1/1 is 34/33/33, never 33/33/33.
 */
export function percentagesOf(votes: readonly number[]): number[] {
  const total = votes.reduce((sum, n) => sum + n, 0)
  if (total === 0) return votes.map(() => 0)
  const down = votes.map((n) => Math.floor((n * 100) / total))
  const left = 100 - down.reduce((sum, n) => sum + n, 0)
  const byRemainder = votes.map((n, i) => ({ i, remainder: (n * 100) % total })).sort((a, b) => b.remainder - a.remainder || a.i - b.i)
  const up = new Set(byRemainder.slice(0, left).map(({ i }) => i))
  return down.map((n, i) => (up.has(i) ? n + 1 : n))
}
