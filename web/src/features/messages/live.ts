import type { Badges } from '@corefans/shared/contracts/notifications.ts'
import type { QueryClient } from '@tanstack/react-query'
import type { LiveHandlers } from '../../lib/live.ts'
import { invalidate, invalidateOne } from '../../lib/query.ts'
import { badgesQuery, noBadges } from '../notifications/index.ts'

type Told = { threadId: string; unread: number | null }

/** The badge comes with the word that only this account hears. */
function count(queries: QueryClient, { unread }: Told): void {
  if (unread !== null) queries.setQueryData<Badges>(badgesQuery.queryKey, (badges) => ({ ...noBadges, ...badges, messages: unread }))
}

const lists = (queries: QueryClient): void => void invalidate(queries, 'GET /api/messages/threads')
/** What a page with messages does; its code is there already. */
const onPage = (tell: (page: { messages: typeof import('./messages.ts'); typing: typeof import('./typing.ts') }) => void): void =>
  void Promise.all([import('./messages.ts'), import('./typing.ts')]).then(([messages, typing]) => tell({ messages, typing }))

export const live: LiveHandlers = {
  events: {
    'messages.sent': (queries, event) => {
      count(queries, event)
      lists(queries)
      if (queries.getQueryCache().find({ queryKey: ['GET /api/messages/threads/:threadId', { threadId: event.threadId }] }))
        onPage(({ messages }) => void messages.catchUp(queries, event.threadId))
    },
    'message.changed': (queries, event) => {
      count(queries, event)
      lists(queries)
      void queries.invalidateQueries({
        predicate: ({ queryKey: [name, input] }) =>
          name === 'GET /api/messages/threads/:threadId/messages' && (input as { threadId: string }).threadId === event.threadId,
      })
    },
    'thread.read': (queries, event) => {
      count(queries, event)
      lists(queries)
      void invalidateOne(queries, 'GET /api/messages/threads/:threadId', { threadId: event.threadId })
    },
    'threads.changed': (queries, event) => {
      count(queries, event)
      lists(queries)
      void invalidateOne(queries, 'GET /api/messages/threads/:threadId', { threadId: event.threadId })
    },
  },
  states: { typing: (_queries, state) => onPage(({ typing }) => typing.hear(state)) },
}
