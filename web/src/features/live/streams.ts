import type { StreamView } from '@corefans/shared/contracts/live.ts'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { LiveHandlers } from '../../lib/live.ts'
import { invalidate, read } from '../../lib/query.ts'

export const streamOf = (handle: string) => read('GET /api/profiles/:handle/stream', { handle })

export const streamQuery = (streamId: string) => read('GET /api/streams/:streamId', { streamId })

/** The stream of a creator: the one that is on, or the last one. */
export const useStreamOf = (handle: string) => useQuery({ ...streamOf(handle), retry: false })

export const isOnAir = ({ state }: Pick<StreamView, 'state'>): boolean => state === 'live' || state === 'reconnecting'

const handleChangedEvent = (queries: QueryClient): void =>
  void invalidate(queries, 'GET /api/streams', 'GET /api/profiles/:handle/stream', 'GET /api/streams/:streamId', 'GET /api/me/badges')

/** What the account may watch may have changed. */
const handleRightsEvent = (queries: QueryClient): void =>
  void invalidate(queries, 'GET /api/streams', 'GET /api/profiles/:handle/stream', 'GET /api/streams/:streamId/chat')

function handleWatchedEvent(queries: QueryClient, { streamId, viewers }: { streamId: string; viewers: number }): void {
  for (const route of ['GET /api/profiles/:handle/stream', 'GET /api/streams/:streamId'])
    queries.setQueriesData<StreamView>({ queryKey: [route] }, (stream) => (stream?.id === streamId ? { ...stream, viewers } : stream))
}

export const live: LiveHandlers = {
  events: {
    'stream.changed': handleChangedEvent,
    'stream.watched': handleWatchedEvent,
    'stream.talked': (queries) => void invalidate(queries, 'GET /api/streams/:streamId/chat'),
    'stream.refused': handleRightsEvent,
    'access.changed': handleRightsEvent,
  },
}
