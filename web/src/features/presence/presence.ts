import type { PresenceView } from '@corefans/shared/contracts/presence.ts'
import { useEffect } from 'react'
import { api } from '../../lib/api.ts'
import { createOverlay } from '../../lib/overlay.ts'
import { useTopic } from '../../lib/topics.ts'

export type Presence = Pick<PresenceView, 'state' | 'lastActiveAt'>
const unknown: Presence = { state: 'offline', lastActiveAt: null }
const seen = createOverlay<Presence>()

const mostAtOnce = 50
let asked: string[] = []

/** Handles that are asked for in the same breath travel in one request. */
function ask(handle: string): void {
  asked.push(handle)
  if (asked.length === 1) setTimeout(() => void flush(), 30)
}

async function flush(): Promise<void> {
  const handles = [...new Set(asked)]
  asked = []
  for (let i = 0; i < handles.length; i += mostAtOnce) {
    const { items } = await api('GET /api/presence', { handles: handles.slice(i, i + mostAtOnce).join(',') }).catch(() => ({ items: [] }))
    for (const { handle, state, lastActiveAt } of items) seen.learn(handle, { state, lastActiveAt })
  }
}

/** Whether someone is here now; kept true by the socket. */
export function usePresence(handle: string): Presence {
  useTopic(`presence:${handle}`)
  useEffect(() => ask(handle), [handle])
  return seen.use(handle, unknown)
}

export const handlePresenceState = ({ handle, state, lastActiveAt }: Presence & { handle: string }): void =>
  seen.learn(handle, { state, lastActiveAt })
