import type { Api } from '@corefans/shared/api.ts'
import type { CommentView } from '@corefans/shared/contracts/comments.ts'
import type { QueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { invalidateOne } from '../../lib/query.ts'
import { toast } from '../../ui/toast.ts'
import { handleCommentChangedEvent, handleCommentDeletedEvent, learnComment, threadQuery } from './comments.ts'

/** What the server counts anew after a comment came or went: the post's number, and the replies of what was answered. */
function countAgain(queries: QueryClient, { postId, parentId }: CommentView): void {
  if (parentId) handleCommentChangedEvent(parentId)
  void invalidateOne(queries, 'GET /api/posts/:postId/thread', { postId })
}

/** Gone at once; for ten seconds it can be brought back. */
export async function deleteComment(queries: QueryClient, comment: CommentView): Promise<void> {
  try {
    const { undoUntil } = await api('DELETE /api/comments/:commentId', { commentId: comment.id })
    handleCommentDeletedEvent({ commentId: comment.id, replied: [] })
    countAgain(queries, comment)
    const forMs = Math.min(10_000, Math.max(0, Date.parse(undoUntil) - Date.now()))
    toast('Comment deleted', { label: 'Undo', run: () => void restoreComment(queries, comment) }, forMs)
  } catch (error) {
    toast(`${sentenceOf(error)}. The comment is still there.`)
  }
}

async function restoreComment(queries: QueryClient, comment: CommentView): Promise<void> {
  try {
    learnComment(await api('POST /api/comments/:commentId/restore', { commentId: comment.id }))
    countAgain(queries, comment)
    toast('The comment is back')
  } catch (error) {
    toast(sentenceOf(error))
  }
}

export const pinComment = (queries: QueryClient, postId: string, pinnedId: string | null): Promise<void> =>
  changeThread(queries, { postId, pinnedId }, pinnedId ? 'Pinned on top' : 'Unpinned')

/** What the post's author decides about its thread. */
export async function changeThread(
  queries: QueryClient,
  change: Api['PATCH /api/posts/:postId/thread']['input'],
  done: string,
): Promise<void> {
  try {
    queries.setQueryData(threadQuery(change.postId).queryKey, await api('PATCH /api/posts/:postId/thread', change))
    toast(done)
  } catch (error) {
    toast(`${sentenceOf(error)}. Nothing was changed.`)
  }
}
