import type { LiveHandlers } from '../../lib/live.ts'
import { likes } from './likes.ts'

/** Somebody, maybe this person on another device, liked something that is on the screen. */
export const live: LiveHandlers = {
  events: {
    'subject.liked': (_queries, event) => likes.adjust(event.subjectId, (now) => ({ likes: event.likes, liked: now.liked || event.byMe })),
    'subject.unliked': (_queries, event) =>
      likes.adjust(event.subjectId, (now) => ({ likes: event.likes, liked: likes.isPending(event.subjectId) ? false : now.liked })),
  },
}
