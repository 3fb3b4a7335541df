import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { live as accounts } from '../features/accounts/index.ts'
import { live as comments } from '../features/comments/index.ts'
import { live } from '../features/live/index.ts'
import { live as market } from '../features/market/index.ts'
import { live as media } from '../features/media/index.ts'
import { live as messages } from '../features/messages/index.ts'
import { live as notifications } from '../features/notifications/index.ts'
import { live as passes } from '../features/passes/index.ts'
import { live as polls } from '../features/polls/index.ts'
import { live as posts } from '../features/posts/index.ts'
import { live as presence } from '../features/presence/index.ts'
import { live as profiles } from '../features/profiles/index.ts'
import { live as reactions } from '../features/reactions/index.ts'
import { live as safety } from '../features/safety/index.ts'
import { live as studio } from '../features/studio/index.ts'
import { live as teams } from '../features/teams/index.ts'
import { live as tips } from '../features/tips/index.ts'
import { live as tokens } from '../features/tokens/index.ts'
import { fetchRestWhenIdle } from '../lib/fetched.ts'
import { handleEvent, handleState } from '../lib/live.ts'
import { connect, listen, watchActivity } from '../lib/realtime.ts'
import { useMe } from '../lib/session.ts'
import { useTopic } from '../lib/topics.ts'

const features = [
  accounts,
  comments,
  live,
  market,
  media,
  messages,
  notifications,
  passes,
  polls,
  posts,
  presence,
  profiles,
  reactions,
  safety,
  studio,
  teams,
  tips,
  tokens,
]

/** Brings every frame of the socket to the features that handle it. */
export function Live() {
  const queries = useQueryClient()
  const me = useMe()
  const myId = me?.id ?? null
  useTopic(myId && `account:${myId}`)
  // Who goes on air may be somebody whom the badge counts.
  useTopic(myId && 'streams:all')
  useEffect(
    () =>
      listen((frame) => {
        if (frame.type === 'reset') void queries.invalidateQueries()
        else if (frame.type === 'state') handleState(features, queries, frame.state)
        else handleEvent(features, queries, frame.event)
      }),
    [queries],
  )
  useEffect(() => {
    // Not in the way of the first paint.
    const later = setTimeout(connect, 200)
    fetchRestWhenIdle()
    const stop = watchActivity()
    return () => {
      clearTimeout(later)
      stop()
    }
  }, [])
  return null
}
