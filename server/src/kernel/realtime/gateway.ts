/**
 * The WebSocket gateway: topics authorised one by one, heartbeat, a bounded queue, resume by sequence number.
 * Every process reads the event log up to what the bus announces and hands each event to its own sockets.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { DomainEvent } from '@corefans/shared/events/index.ts'
import type { ClientFrame } from '@corefans/shared/realtime.ts'
import type { FastifyInstance } from 'fastify'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Bus, BusMessage } from '../bus.ts'
import type { Config } from '../config.ts'
import { type Caller, nobody, type Read } from '../ctx.ts'
import type { Db } from '../db.ts'
import { cookieName, isOwnOrigin, readCookie, type SessionReader } from '../http/caller.ts'
import { maxTopicsPerSocket, readFrame } from './frames.ts'
import { encode, Socket } from './socket.ts'
import type { TopicPolicy } from './topics.ts'

const heartbeatMs = 25_000
const maxReplay = 500
const maxFrameBytes = 32 * 1024
const goingAway = 1001
const policyViolation = 1008

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
type LogRow = { seq: number; payload: DomainEvent; topics: string[] }

export async function openGateway(deps: Deps): Promise<Gateway> {
  const { db, bus, policy } = deps
  const wss = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: maxFrameBytes, clientTracking: false })
  const sockets = new Set<Socket>()
  const hearers = new Map<string, Set<Socket>>()
  const presences: Presence[] = []
  let head = (await db.sql<{ seq: number }>('select seq from outbox_head'))[0]?.seq ?? 0

  const leave = (socket: Socket, topic: string) => {
    socket.topics.delete(topic)
    const set = hearers.get(topic)
    set?.delete(socket)
    if (set?.size === 0) hearers.delete(topic)
  }
  const tell = (topic: string, frame: Buffer) => {
    for (const socket of hearers.get(topic) ?? []) socket.sendRaw(frame)
  }
  const readOf = (socket: Socket): Read => ({ sql: db.sql, actor: socket.caller.account, caller: socket.caller })

  const join = async (socket: Socket, topics: readonly string[], since: number | undefined) => {
    const allowed: string[] = []
    for (const topic of topics) {
      const verdict = socket.topics.size >= maxTopicsPerSocket ? 'not-allowed' : await policy.verdict(readOf(socket), topic)
      if (verdict !== 'allowed') socket.send({ type: 'denied', topic, reason: verdict })
      else allowed.push(topic)
    }
    if (socket.ws.readyState !== socket.ws.OPEN) return
    for (const topic of allowed) {
      socket.topics.add(topic)
      hearers.set(topic, (hearers.get(topic) ?? new Set()).add(socket))
    }
    const missed = since !== undefined && since < head
    if (missed) socket.hold()
    socket.sendRaw(encode({ type: 'subscribed', topics: allowed, seq: head }))
    if (missed) socket.release(await replay(db, allowed, since, head))
  }

  const hear = async (socket: Socket, frame: ClientFrame) => {
    if (frame.type === 'subscribe') await join(socket, frame.topics, frame.since)
    else if (frame.type === 'unsubscribe') for (const topic of frame.topics) leave(socket, topic)
    else if (socket.caller.account) for (const p of presences) p.active(socket.caller.account, frame.visible)
  }

  const accept = (ws: WebSocket, caller: Caller) => {
    const socket = new Socket(ws, caller)
    sockets.add(socket)
    if (caller.account) for (const p of presences) p.opened(caller.account)
    ws.on('pong', () => {
      socket.alive = true
    })
    ws.on('error', () => ws.terminate())
    ws.on('close', () => {
      sockets.delete(socket)
      for (const topic of [...socket.topics]) leave(socket, topic)
      if (caller.account) for (const p of presences) p.closed(caller.account)
    })
    ws.on('message', (data, isBinary) => {
      const read = isBinary ? { reason: 'text frames only' } : readFrame(String(data))
      if ('reason' in read) return socket.send({ type: 'bad-frame', reason: read.reason })
      hear(socket, read.frame).catch((err: unknown) => {
        deps.onError(err, 'realtime')
        socket.close(1011, 'try again')
      })
    })
    socket.send({ type: 'hello', seq: head })
  }

  const dispatch = singleFile(async (upTo: number) => {
    if (upTo <= head) return
    const rows = await db.sql<LogRow>('select seq, payload, topics from outbox where seq > $1 and seq <= $2 order by seq', [head, upTo])
    head = Math.max(head, upTo)
    for (const row of rows)
      for (const topic of row.topics)
        if (hearers.has(topic)) tell(topic, encode({ type: 'event', seq: row.seq, topic, event: row.payload }))
  })
  bus.onMessage((message: BusMessage) => {
    if (message.kind === 'events') dispatch(message.upTo).catch((err: unknown) => deps.onError(err, 'dispatch'))
    else if (message.kind === 'state') tell(message.topic, encode({ type: 'state', topic: message.topic, state: message.state }))
    else if (message.kind === 'close-sessions')
      for (const s of sockets) if (s.caller.session && message.sessions.includes(s.caller.session)) s.close(policyViolation, 'signed out')
  })
  takeUpgrades(deps, wss, accept)

  const beat = setInterval(() => {
    for (const socket of sockets) {
      if (!socket.alive) socket.ws.terminate()
      socket.alive = false
      socket.ws.ping()
    }
  }, heartbeatMs)
  return {
    open: () => sockets.size,
    onPresence: (presence) => void presences.push(presence),
    stop: () => {
      clearInterval(beat)
      for (const socket of sockets) socket.close(goingAway, 'restarting')
    },
  }
}

function takeUpgrades(deps: Deps, wss: WebSocketServer, accept: (ws: WebSocket, caller: Caller) => void): void {
  const refuse = (stream: Duplex, status: string) => stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  deps.app.server.on('upgrade', (req: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    if (req.url?.split('?')[0] !== '/api/realtime') return refuse(stream, '404 Not Found')
    if (!isOwnOrigin({ headers: { ...req.headers, 'sec-fetch-site': undefined } }, deps.config)) return refuse(stream, '403 Forbidden')
    const token = readCookie(req.headers.cookie, cookieName(deps.config))
    Promise.resolve(token ? deps.sessions(token) : null)
      .then((session) => {
        const caller = {
          ...nobody,
          account: session?.account ?? null,
          session: session?.session ?? null,
          address: req.socket.remoteAddress ?? '',
        }
        wss.handleUpgrade(req, stream, head, (ws) => accept(ws, caller))
      })
      .catch((err: unknown) => {
        deps.onError(err, 'upgrade')
        refuse(stream, '503 Service Unavailable')
      })
  })
}

/** What topics heard between two sequence numbers, or one `reset` when that is too long ago or too much. */
async function replay(db: Db, topics: readonly string[], since: number, upTo: number): Promise<Buffer[]> {
  const [oldest] = await db.sql<{ seq: number | null }>('select min(seq) as seq from outbox where seq is not null')
  if (oldest?.seq !== null && oldest !== undefined && oldest.seq > since + 1) return [encode({ type: 'reset' })]
  const rows = await db.sql<LogRow>(
    `select seq, payload, topics from outbox where seq > $1 and seq <= $2 and topics && $3 order by seq limit ${maxReplay + 1}`,
    [since, upTo, topics],
  )
  if (rows.length > maxReplay) return [encode({ type: 'reset' })]
  return rows.flatMap((row) =>
    row.topics.filter((topic) => topics.includes(topic)).map((topic) => encode({ type: 'event', seq: row.seq, topic, event: row.payload })),
  )
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
