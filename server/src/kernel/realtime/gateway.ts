/**
 * The WebSocket gateway: topics authorised one by one, heartbeat, a bounded queue, resume by sequence number.
 * Every process reads the event log up to what the bus announces and hands each event to its own sockets.
 */
import type { ClientFrame } from '@corefans/shared/realtime.ts'
import type { FastifyInstance } from 'fastify'
import type { WebSocket } from 'ws'
import type { Bus, BusMessage } from '../bus.ts'
import type { Config } from '../config.ts'
import type { Caller, Read } from '../ctx.ts'
import type { Db } from '../db.ts'
import type { SessionReader } from '../http/caller.ts'
import { eventsBetween, headOf, missedFrames } from './event-log.ts'
import { maxTopicsPerSocket, readFrame } from './frames.ts'
import { hearerBook } from './hearers.ts'
import { encode, Socket } from './socket.ts'
import type { TopicPolicy } from './topics.ts'
import { takeUpgrades } from './upgrade.ts'

const heartbeatMs = 25_000
const closeCodes = { goingAway: 1001, policyViolation: 1008, ourFault: 1011 } as const

export type Presence = {
  opened: (account: string) => void
  closed: (account: string) => void
  active: (account: string, visible: boolean) => void
}
export type Gateway = { open: () => number; stop: () => void; onPresence: (presence: Presence) => void }
type Deps = {
  app: FastifyInstance
  db: Db
  bus: Bus
  config: Config
  sessions: SessionReader
  policy: TopicPolicy
  onError: (err: unknown, what: string) => void
}
type State = Deps & { book: ReturnType<typeof hearerBook>; presences: Presence[]; head: number }

export async function openGateway(deps: Deps): Promise<Gateway> {
  const state: State = { ...deps, book: hearerBook(), presences: [], head: await headOf(deps.db) }
  const { book, presences } = state
  deps.bus.onMessage(listenToBus(state))
  takeUpgrades({ ...deps, server: deps.app.server }, (ws, caller) => accept(state, ws, caller))
  const beat = setInterval(() => {
    for (const socket of book.sockets) {
      if (!socket.alive) socket.ws.terminate()
      socket.alive = false
      socket.ws.ping()
    }
  }, heartbeatMs)
  return {
    open: () => book.sockets.size,
    onPresence: (presence) => void presences.push(presence),
    stop: () => {
      clearInterval(beat)
      for (const socket of book.sockets) socket.close(closeCodes.goingAway, 'restarting')
    },
  }
}

function accept(state: State, ws: WebSocket, caller: Caller): void {
  const { book, presences } = state
  const socket = new Socket(ws, caller)
  book.enter(socket)
  if (caller.account) for (const presence of presences) presence.opened(caller.account)
  ws.on('pong', () => {
    socket.alive = true
  })
  ws.on('error', () => ws.terminate())
  ws.on('close', () => {
    book.exit(socket)
    if (caller.account) for (const presence of presences) presence.closed(caller.account)
  })
  ws.on('message', (data, isBinary) => {
    const read = isBinary ? { reason: 'text frames only' } : readFrame(String(data))
    if ('reason' in read) return socket.send({ type: 'bad-frame', reason: read.reason })
    hear(state, socket, read.frame).catch((err: unknown) => {
      state.onError(err, 'realtime')
      socket.close(closeCodes.ourFault, 'try again')
    })
  })
  socket.send({ type: 'hello', seq: state.head })
}

async function hear(state: State, socket: Socket, frame: ClientFrame): Promise<void> {
  if (frame.type === 'subscribe') return join(state, socket, frame)
  if (frame.type === 'unsubscribe') {
    for (const topic of frame.topics) state.book.leave(socket, topic)
  } else if (socket.caller.account) for (const presence of state.presences) presence.active(socket.caller.account, frame.visible)
}

async function join(state: State, socket: Socket, { topics, since }: { topics: readonly string[]; since?: number }): Promise<void> {
  const allowed: string[] = []
  for (const topic of topics) if (await mayHear(state, socket, topic)) allowed.push(topic)
  if (socket.ws.readyState !== socket.ws.OPEN) return
  for (const topic of allowed) state.book.join(socket, topic)
  const upTo = state.head
  const missed = since !== undefined && since < upTo
  socket.send({ type: 'subscribed', topics: allowed, seq: upTo })
  if (!missed) return
  socket.hold()
  socket.release(await missedFrames(state.db, allowed, since, upTo))
}

async function mayHear({ db, policy }: State, socket: Socket, topic: string): Promise<boolean> {
  const read: Read = { sql: db.sql, actor: socket.caller.account, caller: socket.caller }
  const verdict = socket.topics.size >= maxTopicsPerSocket ? 'not-allowed' : await policy.verdict(read, topic)
  if (verdict !== 'allowed') socket.send({ type: 'denied', topic, reason: verdict })
  return verdict === 'allowed'
}

function listenToBus(state: State): (message: BusMessage) => void {
  const { book, onError } = state
  const dispatch = singleFile(async (upTo) => {
    if (upTo <= state.head) return
    const rows = await eventsBetween(state.db, state.head, upTo)
    state.head = Math.max(state.head, upTo)
    for (const { seq, payload, topics } of rows)
      for (const topic of topics) if (book.isHeard(topic)) book.tell(topic, encode({ type: 'event', seq, topic, event: payload }))
  })
  return (message) => {
    if (message.kind === 'events') dispatch(message.upTo).catch((err: unknown) => onError(err, 'dispatch'))
    else if (message.kind === 'state') book.tell(message.topic, encode({ type: 'state', topic: message.topic, state: message.state }))
    else if (message.kind === 'close-sessions') closeSessions(book.sockets, message.sessions)
    else if (message.kind === 'recheck') recheck(state, message).catch((err: unknown) => onError(err, 'recheck'))
  }
}

function closeSessions(sockets: Iterable<Socket>, sessions: readonly string[]): void {
  for (const socket of sockets)
    if (socket.caller.session && sessions.includes(socket.caller.session)) socket.close(closeCodes.policyViolation, 'signed out')
}

/** Rights changed: every topic they could open is asked for again, and those that closed fall silent. */
async function recheck(state: State, about: { account: string } | { topic: string }): Promise<void> {
  const { book } = state
  const heard =
    'topic' in about
      ? book.of(about.topic).map((socket) => [socket, about.topic] as const)
      : book.ofAccount(about.account).flatMap((socket) => [...socket.topics].map((topic) => [socket, topic] as const))
  for (const [socket, topic] of heard) {
    book.leave(socket, topic)
    if (await mayHear(state, socket, topic)) book.join(socket, topic)
  }
}

/** Calls run one after another, in the order in which they were made. */
function singleFile(run: (upTo: number) => Promise<void>): (upTo: number) => Promise<void> {
  let tail = Promise.resolve()
  return (upTo) => {
    const mine = tail.then(() => run(upTo))
    tail = mine.catch(() => {})
    return mine
  }
}
