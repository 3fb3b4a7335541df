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
