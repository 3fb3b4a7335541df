import { type Backing, readOn } from '../ctx.ts'
import { missedFrames } from './event-log.ts'
import { maxTopicsPerSocket } from './frames.ts'
import type { Socket } from './socket.ts'
import type { Subscriptions } from './subscriptions.ts'
import type { TopicPolicy, Verdict } from './topics.ts'

export type Joining = Backing & { policy: TopicPolicy; subscriptions: Subscriptions; head: number }

const readFor = (state: Joining, { caller }: Socket) => readOn(state, caller)

/** Subscribes a socket to the topics it may hear, and sends what they missed since `since`. The caller runs one at a time per socket. */
export async function join(state: Joining, socket: Socket, wanted: { topics: readonly string[]; since?: number }): Promise<void> {
  const topics = [...new Set(wanted.topics)]
  const verdicts = await state.policy.verdicts(readFor(state, socket), topics)
  if (!socket.isOpen) return
  const allowed: string[] = []
  for (const topic of topics) {
    const verdict = withinLimit(socket, topic, verdicts.get(topic) ?? 'unknown-topic')
    if (verdict !== 'allowed') {
      socket.send({ type: 'denied', topic, reason: verdict })
      continue
    }
    state.subscriptions.join(socket, topic)
    allowed.push(topic)
  }
  await replay(state, socket, allowed, wanted.since)
}

/** The limit is asked at the moment of joining, whatever was true when the frame came. */
const withinLimit = (socket: Socket, topic: string, verdict: Verdict): Verdict =>
  verdict === 'allowed' && socket.topics.size >= maxTopicsPerSocket && !socket.topics.has(topic) ? 'not-allowed' : verdict

async function replay(state: Joining, socket: Socket, topics: readonly string[], since: number | undefined): Promise<void> {
  const upTo = state.head
  socket.send({ type: 'subscribed', topics: [...topics], seq: upTo })
  if (since === undefined || since >= upTo || topics.length === 0) return
  socket.hold()
  try {
    socket.release(await missedFrames(state.db, topics, since, upTo))
  } catch (err) {
    socket.release([])
    throw err
  }
}

/**
 * Rights changed: the topics are asked for again. A topic is left only once its right is known to be gone, so that whoever
 * keeps it misses nothing meanwhile.
 */
export async function recheck(state: Joining, socket: Socket, topics: readonly string[]): Promise<void> {
  if (!socket.isOpen) return
  const held = topics.filter((topic) => socket.topics.has(topic))
  if (held.length === 0) return
  const verdicts = await state.policy.verdicts(readFor(state, socket), held)
  for (const topic of held) {
    const verdict = verdicts.get(topic) ?? 'unknown-topic'
    if (verdict === 'allowed' || !socket.topics.has(topic)) continue
    state.subscriptions.leave(socket, topic)
    socket.send({ type: 'denied', topic, reason: verdict })
  }
}
