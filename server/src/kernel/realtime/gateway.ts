/**
 * The WebSocket gateway: topics authorised together, heartbeat, bounded queues both ways, resume by sequence number.
 * Every process reads the event log up to what the bus announces and hands each event's wire views to its own sockets.
 */
import type { ClientFrame } from '@corefans/shared/realtime.ts'
import type { FastifyInstance } from 'fastify'
import type { WebSocket } from 'ws'
import type { Bus } from '../bus.ts'
import type { Config } from '../config.ts'
import type { Backing, Caller } from '../ctx.ts'
import { headOf } from '../events/outbox.ts'
import type { SessionReader } from '../http/caller.ts'
import { rateLimiter } from '../rate-limit.ts'
import { socketAdmission } from './admission.ts'
import { dispatchFromBus } from './dispatch.ts'
import { readFrame } from './frames.ts'
import { join } from './join.ts'
import { Socket } from './socket.ts'
import { openSubscriptions, type Subscriptions } from './subscriptions.ts'
import type { TopicPolicy } from './topics.ts'
import { takeUpgrades } from './upgrade.ts'

const heartbeatMs = 25_000
const closeCodes = { goingAway: 1001, ourFault: 1011, tryAgainLater: 1013 } as const
/** A busy page sends a few frames a second; what is above that is no page. */
const framesAMinute = 600
/** Each topic is a question to the database: ten full sockets a minute. */
const topicsAMinute = 2_000
/** Frames that wait for those before them. */
const maxWaitingFrames = 64

export type Presence = {
  opened: (account: string) => void
  closed: (account: string) => void
  active: (account: string, visible: boolean) => void
}
export type Gateway = { open: () => number; stop: () => void; onPresence: (presence: Presence) => void }
type Deps = Backing & {
  app: FastifyInstance
  bus: Bus
  config: Config
  sessions: SessionReader
  openSessions: (sessions: readonly string[]) => Promise<ReadonlySet<string>>
  policy: TopicPolicy
  onError: (err: unknown, what: string) => void
}
type State = Deps & {
  subscriptions: Subscriptions
  admission: ReturnType<typeof socketAdmission>
  take: ReturnType<typeof rateLimiter>
  presences: Presence[]
  head: number
  enqueue: (socket: Socket, task: () => Promise<void>) => void
}

export async function openGateway(deps: Deps): Promise<Gateway> {
  const state: State = {
    ...deps,
    subscriptions: openSubscriptions(),
    admission: socketAdmission(deps.config.rateFactor),
    take: rateLimiter(),
    presences: [],
    head: await headOf(deps.db.sql),
    enqueue: (socket, task) => socket.enqueue(task, (err) => broken(state, socket, err)),
  }
  dispatchFromBus(state)
  takeUpgrades({ ...deps, server: deps.app.server, hasRoom: state.admission.hasRoom }, (ws, caller) => accept(state, ws, caller))
  const { sockets } = state.subscriptions
  const beat = setInterval(() => {
    for (const socket of sockets) {
      if (!socket.alive) socket.ws.terminate()
      socket.alive = false
      socket.ws.ping()
    }
  }, heartbeatMs)
  return {
    open: () => sockets.size,
    onPresence: (presence) => void state.presences.push(presence),
    stop: () => {
      clearInterval(beat)
      for (const socket of sockets) socket.close(closeCodes.goingAway, 'restarting')
    },
  }
}

function accept(state: State, ws: WebSocket, caller: Caller): void {
  const socket = new Socket(ws, caller)
  state.subscriptions.enter(socket)
  state.admission.enter(caller)
  if (caller.account) for (const presence of state.presences) presence.opened(caller.account)
  ws.on('pong', () => {
    socket.alive = true
  })
  ws.on('error', () => ws.terminate())
  ws.on('close', () => {
    state.subscriptions.exit(socket)
    state.admission.leave(caller)
    if (caller.account) for (const presence of state.presences) presence.closed(caller.account)
  })
  ws.on('message', (data, isBinary) => receive(state, socket, isBinary ? null : String(data)))
  socket.send({ type: 'hello', seq: state.head })
}

/** One frame of a client: paced, read, and handled after those before it. What a client that is gone still had waiting is dropped. */
function receive(state: State, socket: Socket, text: string | null): void {
  if (!socket.isOpen) return
  const read = text === null ? { reason: 'text frames only' } : readFrame(text)
  const tooMuch = whyTooMuch(state, socket, 'frame' in read ? read.frame : null)
  if (tooMuch) socket.close(closeCodes.tryAgainLater, tooMuch)
  else if ('reason' in read) socket.send({ type: 'bad-frame', reason: read.reason })
  else state.enqueue(socket, () => handle(state, socket, read.frame))
}

function whyTooMuch({ take }: State, socket: Socket, frame: ClientFrame | null): string | null {
  if (take(`frames ${socket.id}`, framesAMinute) > 0 || socket.waiting >= maxWaitingFrames) return 'too many frames'
  if (frame?.type === 'subscribe' && take(`topics ${socket.id}`, topicsAMinute, frame.topics.length) > 0) return 'too many topics'
  return null
}

async function handle(state: State, socket: Socket, frame: ClientFrame): Promise<void> {
  const { account } = socket.caller
  if (frame.type === 'subscribe') await join(state, socket, frame)
  else if (frame.type === 'unsubscribe') for (const topic of frame.topics) state.subscriptions.leave(socket, topic)
  else if (account) for (const presence of state.presences) presence.active(account, frame.visible)
}

/** Rights that could not be asked for are not assumed: the client comes back and asks again. */
function broken(state: State, socket: Socket, err: unknown): void {
  state.onError(err, 'realtime')
  socket.close(closeCodes.ourFault, 'try again')
}
