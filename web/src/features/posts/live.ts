import type { LiveHandlers } from '../../lib/live.ts'
import { handlePostChangedEvent, handlePostDeletedEvent } from './posts.ts'

export const live: LiveHandlers = {
  events: {
    'post.deleted': (_queries, { postId }) => handlePostDeletedEvent(postId),
    'post.edited': (_queries, { postId }) => handlePostChangedEvent(postId),
    'post.restored': (_queries, { postId }) => handlePostChangedEvent(postId),
  },
}
