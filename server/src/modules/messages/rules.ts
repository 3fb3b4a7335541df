import type { MessageSettings } from '@corefans/shared/contracts/messages.ts'
import { limits } from '@corefans/shared/values/limits.ts'
import type { MemberRow } from './types.ts'

/** How long one's own words may be changed. */
export const editMs = 3_600_000
export const mayEdit = (createdAt: Date, now: Date): boolean => now.getTime() - createdAt.getTime() <= editMs

export const openSettings: MessageSettings = { whoMayWrite: 'everyone', showsRead: true, showsTyping: true }

/** What stands between a writer and one reader. `isKnown`: the reader follows the writer, or the writer holds the reader's pass. */
export type Between = { isBlocked: boolean; hasAnswered: boolean; isKnown: boolean; whoMayWrite: MessageSettings['whoMayWrite'] }

/** Whoever has written may be answered, whatever they say of strangers; a block ends everything, both ways. */
export function mayWrite({ isBlocked, hasAnswered, isKnown, whoMayWrite }: Between): boolean {
  if (isBlocked) return false
  if (hasAnswered || whoMayWrite === 'everyone') return true
  return whoMayWrite === 'known' && isKnown
}

/** Where a new conversation stands for somebody who did not begin it. */
export const folderFor = ({ isKnown, hasAnswered }: Between): 'inbox' | 'requests' => (isKnown || hasAnswered ? 'inbox' : 'requests')

export const hasTooManyLinks = (text: string): boolean => (text.match(/\bhttps?:\/\//gi)?.length ?? 0) > limits.messageLinks

/** Two people, in the one order that a key needs. */
export const pairOf = (a: string, b: string): string => [a, b].sort().join(' ')

/** What lines do to one member: how many they have not read, and whether they wrote one; `before` is how they stood. */
export type Move = { threadId: string; accountId: string; unread: number; writes: boolean; before: Pick<MemberRow, 'folder' | 'unread'> }
type Sent = { threadId: string; authorId: string; members: readonly MemberRow[] }

/** The moves of all members of all lines, one for each member and thread. */
export function movesOf(lines: readonly Sent[]): Move[] {
  const moves = new Map<string, Move>()
  for (const { threadId, authorId, members } of lines)
    for (const { accountId, folder, unread } of members) {
      const key = `${threadId} ${accountId}`
      const move = moves.get(key) ?? { threadId, accountId, unread: 0, writes: false, before: { folder, unread } }
      const isAuthor = accountId === authorId
      moves.set(key, { ...move, unread: move.unread + (isAuthor ? 0 : 1), writes: move.writes || isAuthor })
    }
  return [...moves.values()]
}

/** How far the badge of a member moves: requests count nothing, and by writing one accepts with all that was unread. */
export function inboxStep({ unread, writes, before }: Move): number {
  if (before.folder === 'inbox') return unread
  return writes ? unread + before.unread : 0
}
