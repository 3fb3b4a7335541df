import type { ThreadRule, ThreadView } from '@corefans/shared/contracts/comments.ts'
import type { Problem } from '../../kernel/errors.ts'
import { problem } from './problems.ts'

/** How long a deletion may be undone. */
export const undoMs = 10_000
/** How long a text may be changed. */
export const editMs = 3_600_000

export type Thread = { rule: ThreadRule; locked: boolean; pinnedId: string | null }
export const openThread: Thread = { rule: 'everyone', locked: false, pinnedId: null }

/** What somebody is to the owner of a subject, as far as the rule of its thread asks. */
export type Writer = { isOwner: boolean; meetsRule: boolean }
export type WhyNot = NonNullable<ThreadView['viewer']['whyNot']>

/** Why somebody may not write; null if they may. The owner always may. */
export function whyNotWrite({ rule, locked }: Thread, { isOwner, meetsRule }: Writer): Exclude<WhyNot, 'signed-out'> | null {
  if (isOwner) return null
  if (locked) return 'locked'
  return rule === 'everyone' || meetsRule ? null : rule
}

const refusals = {
  locked: problem['thread-locked'],
  followers: problem['followers-only'],
  holders: problem['holders-only'],
  tippers: problem['tippers-only'],
} as const
export const refusalOf = (why: keyof typeof refusals): Problem => refusals[why]()

type Parent = { subjectId: string; parentId: string | null; deletedAt: Date | null }
/** Why a comment cannot answer this one on this subject; null if it can. */
export function whyNotAnswer(parent: Parent | undefined, subjectId: string): Problem | null {
  if (parent?.subjectId !== subjectId || parent.deletedAt) return problem['unknown-parent']()
  return parent.parentId ? problem['two-levels']() : null
}

/** A moment is within a time until exactly its end. */
const within = (ms: number, since: Date, now: Date): boolean => now.getTime() - since.getTime() <= ms
export const mayUndo = (deletedAt: Date, now: Date): boolean => within(undoMs, deletedAt, now)
export const mayEdit = (createdAt: Date, now: Date): boolean => within(editMs, createdAt, now)
