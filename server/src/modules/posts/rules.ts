import { isBlank } from '@corefans/shared/values/text.ts'
import type { MediaCounts } from './types.ts'

/** How long an author may undo a deletion. */
export const undoMs = 10_000

export const hasMedia = ({ images, videos, audio }: MediaCounts): boolean => images + videos + audio > 0

export const isEmpty = (post: { text: string; hasPoll: boolean } & MediaCounts): boolean =>
  isBlank(post.text) && !hasMedia(post) && !post.hasPoll

/** A deletion can be undone until exactly `undoMs` after it. */
export const mayUndo = (deletedAt: Date | null, now: Date): boolean => deletedAt !== null && now.getTime() - deletedAt.getTime() <= undoMs
