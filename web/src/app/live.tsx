import type { WireEvent } from '@corefans/shared/events/wire.ts'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { hearMarket } from '../features/market/index.ts'
import { hearBadges, hearNotifications } from '../features/notifications/index.ts'
import { hearPolls } from '../features/polls/index.ts'
import { hearPosts } from '../features/posts/index.ts'
import { hearPresence } from '../features/presence/index.ts'
import { hearProfiles } from '../features/profiles/index.ts'
import { hearLikes } from '../features/reactions/index.ts'
import { hearTeams } from '../features/teams/index.ts'
import { hearTips } from '../features/tips/index.ts'
import { hearTokens } from '../features/tokens/index.ts'
import { api } from '../lib/api.ts'
import { ApiProblem } from '../lib/problem.ts'
import { connect, type LiveFrame, listen, watchActivity } from '../lib/realtime.ts'
import { enter, useMe } from '../lib/session.ts'
import { useTopic } from '../lib/topics.ts'

/** What a change of rights can open or lock. */
const gated = [
  'GET /api/feed',
  'GET /api/profiles/:handle/posts',
  'GET /api/posts/:postId',
  'GET /api/profiles/:handle/passes',
  'GET /api/profiles/:handle',
  'GET /api/me/passes',
  'GET /api/promoted',
]

/** Brings every frame of the socket to the features that hold its subject. */
export function Live() {
  const queries = useQueryClient()
  const me = useMe()
  const myId = me?.id ?? null
  useTopic(myId && `account:${myId}`)
  useEffect(() => listen((frame) => hear(queries, frame)), [queries])
  useEffect(() => {
    // Not in the way of the first paint.
    const later = setTimeout(connect, 200)
    const stop = watchActivity()
    return () => {
      clearTimeout(later)
      stop()
    }
  }, [])
  return null
}

function hear(queries: QueryClient, frame: LiveFrame): void {
  if (frame.type === 'reset') void queries.invalidateQueries()
  else if (frame.type === 'state') {
    hearPresence(frame.state)
    hearBadges(queries, frame.state)
  } else hearEvent(queries, frame.event)
}

function hearEvent(queries: QueryClient, event: WireEvent): void {
  hearLikes(event)
  hearTips(event)
  if (event.type === 'team.changed') void hearTeams(queries, event)
  hearPolls(event)
  hearPosts(event)
  hearProfiles(queries, event)
  hearNotifications(queries, event)
  hearTokens(queries, event)
  hearMarket(queries, event)
  if (event.type === 'access.changed' || event.type === 'wallets.changed')
    void queries.invalidateQueries({ predicate: ({ queryKey: [route] }) => gated.includes(String(route)) })
  if (event.type === 'tier.changed') void queries.invalidateQueries({ queryKey: ['GET /api/profiles/:handle/passes'] })
  // This very session may be among the ended ones: the page says so itself when it asks who we are.
  if (event.type === 'sessions.revoked') stillHere()
}

/** Asks who we are; nobody any more means the way in. */
function stillHere(): void {
  void api('GET /api/me', {}).catch((error: unknown) => error instanceof ApiProblem && error.status === 401 && enter('/login'))
}
