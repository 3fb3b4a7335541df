import type { Bus, BusMessage } from '../bus.ts'
import { headOf } from '../events/outbox.ts'
import { eventFrame, eventsBetween } from './event-log.ts'
import { type Joining, recheck } from './join.ts'
import { encode, type Socket } from './socket.ts'

const policyViolation = 1008
type Deps = Joining & {
  bus: Bus
  /** Which of these sessions are still open. */
  openSessions: (sessions: readonly string[]) => Promise<ReadonlySet<string>>
  enqueue: (socket: Socket, task: () => Promise<void>) => void
  onError: (err: unknown, what: string) => void
}

/** Brings what the bus says to the sockets of this process, and all of it that was not heard when the bus comes back. */
export function dispatchFromBus(state: Deps): void {
  const advance = inOrder(async (upTo) => {
    if (upTo <= state.head) return
    const rows = await eventsBetween(state.db, state.head, upTo)
    state.head = Math.max(state.head, upTo)
    for (const row of rows)
      for (const topic of row.topics) {
        const frame = state.subscriptions.has(topic) ? eventFrame(row, topic) : null
        if (frame) state.subscriptions.publish(topic, frame)
      }
  })
  state.bus.onMessage((message) => {
    if (message.kind === 'events') advance(message.upTo).catch((err: unknown) => state.onError(err, 'dispatch'))
    else handle(state, message)
  })
  state.bus.onResume(() => {
    resume(state, advance).catch((err: unknown) => state.onError(err, 'resume'))
  })
}

function handle(state: Deps, message: BusMessage): void {
  const { subscriptions } = state
  if (message.kind === 'state') subscriptions.publish(message.topic, encode({ type: 'state', topic: message.topic, state: message.state }))
  else if (message.kind === 'close-sessions') closeSessions(subscriptions.sockets, (session) => message.sessions.includes(session))
  else if (message.kind === 'recheck' && 'topic' in message)
    for (const socket of subscriptions.of(message.topic)) state.enqueue(socket, () => recheck(state, socket, [message.topic]))
  else if (message.kind === 'recheck' && 'account' in message)
    for (const socket of subscriptions.ofAccount(message.account)) state.enqueue(socket, () => recheck(state, socket, [...socket.topics]))
}

function closeSessions(sockets: Iterable<Socket>, isOver: (session: string) => boolean): void {
  for (const socket of sockets) if (socket.caller.session && isOver(socket.caller.session)) socket.close(policyViolation, 'signed out')
}

/** While the bus was gone events, lost rights and ended sessions may have gone by. */
async function resume(state: Deps, advance: (upTo: number) => Promise<void>): Promise<void> {
  const sockets = [...state.subscriptions.sockets]
  const sessions = [...new Set(sockets.flatMap(({ caller }) => caller.session ?? []))]
  const stillOpen = sessions.length > 0 ? await state.openSessions(sessions) : new Set<string>()
  closeSessions(sockets, (session) => !stillOpen.has(session))
  for (const socket of sockets) state.enqueue(socket, () => recheck(state, socket, [...socket.topics]))
  await advance(await headOf(state.db.sql))
}

/** Calls run one after another, in the order in which they were made. */
function inOrder(run: (upTo: number) => Promise<void>): (upTo: number) => Promise<void> {
  let tail = Promise.resolve()
  return (upTo) => {
    const mine = tail.then(() => run(upTo))
    tail = mine.catch(() => {})
    return mine
  }
}
