import type { Badges } from '@corefans/shared/contracts/notifications.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { acting } from '../../lib/acting.ts'
import { api } from '../../lib/api.ts'
import { invalidate } from '../../lib/query.ts'
import { badgesQuery } from '../notifications/index.ts'
import type { Line, Thread } from './messages.ts'

/**
 * What is on the screen is read: told to the server for the newest line, whenever the page is seen. Answers the place of the
 * first line that was unread when the conversation was opened. Requests are read only once they are accepted.
 */
export function useRead(thread: Thread, lines: readonly Line[]): number | null {
  const queries = useQueryClient()
  const told = useRef(0)
  const newest = lines.at(-1)?.seq ?? 0
  const [firstUnread] = useState(() => placeOfUnread(thread, lines))
  const { id: threadId, folder } = thread
  useEffect(() => {
    const read = () => {
      if (folder !== 'inbox' || newest <= told.current || document.visibilityState !== 'visible') return
      told.current = newest
      api('PUT /api/messages/threads/:threadId/read', { threadId, upTo: newest })
        .then((badges) => {
          // A member reads for the account of a team: the badge of that account is none of this tab's.
          if (!acting.get()) queries.setQueryData<Badges>(badgesQuery.queryKey, badges)
          return invalidate(queries, 'GET /api/messages/threads')
        })
        .catch(() => {
          told.current = 0 // asked again with the next line, or when the page is seen again
        })
    }
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [queries, threadId, folder, newest])
  return firstUnread
}

/** The oldest of the newest lines of others, as many as are unread. */
const placeOfUnread = ({ unread }: Thread, lines: readonly Line[]): number | null =>
  unread > 0 ? (lines.filter(({ viewer, deleted }) => !viewer.isAuthor && !deleted).at(-unread)?.seq ?? null) : null
