import type { QueryClient } from '@tanstack/react-query'
import type { LiveHandlers } from '../../lib/live.ts'
import { invalidate } from '../../lib/query.ts'
import { commentCounts } from './counts.ts'

type Moved = { subjectId: string; comments: number }
const count = ({ subjectId, comments }: Moved): void => commentCounts.adjust(subjectId, () => comments)

/** What a thread that is on the screen hears: its code is there already. */
const inThread = (tell: (thread: typeof import('./comments.ts')) => void): void => void import('./comments.ts').then(tell)

/** Whoever followed, bought or tipped may write now, and a badge may have come or gone. */
const handleRightsEvent = (queries: QueryClient): void => void invalidate(queries, 'GET /api/posts/:postId/thread')

export const live: LiveHandlers = {
  events: {
    'comments.added': (_queries, event) => {
      count(event)
      const { inThread: news } = event
      if (news) inThread(({ handleRepliedEvent }) => handleRepliedEvent(news.replied))
    },
    'comment.edited': (_queries, { commentId }) => inThread(({ handleCommentChangedEvent }) => handleCommentChangedEvent(commentId)),
    'comment.deleted': (_queries, event) => {
      count(event)
      const { inThread: news } = event
      if (news) inThread(({ handleCommentDeletedEvent }) => handleCommentDeletedEvent(news))
    },
    'comment.restored': (_queries, event) => {
      count(event)
      const { inThread: news } = event
      if (news) inThread(({ handleCommentRestoredEvent }) => handleCommentRestoredEvent(news))
    },
    'thread.changed': (queries) => void invalidate(queries, 'GET /api/posts/:postId/thread'),
    'badges.changed': (queries) =>
      void invalidate(queries, 'GET /api/posts/:postId/comments', 'GET /api/posts/:postId/thread', 'GET /api/comments/:commentId'),
    'access.changed': handleRightsEvent,
    'tip.seen': handleRightsEvent,
  },
}
