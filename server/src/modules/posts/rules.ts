import { isBlank } from '@corefans/shared/values/text.ts'

/** How long an author may undo a deletion. */
export const undoMs = 10_000

export const isEmpty = (post: { text: string; images: number; hasPoll: boolean }): boolean =>
  isBlank(post.text) && post.images === 0 && !post.hasPoll

/** A deletion can be undone until exactly `undoMs` after it. */
export const mayUndo = (deletedAt: Date | null, now: Date): boolean => deletedAt !== null && now.getTime() - deletedAt.getTime() <= undoMs
