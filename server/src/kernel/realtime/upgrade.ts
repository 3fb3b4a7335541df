import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Config } from '../config.ts'
import { type Caller, nobody } from '../ctx.ts'
import { cookieName, isOwnOrigin, readCookie, type SessionReader } from '../http/caller.ts'
import { addressOf, believedHops } from '../http/forwarded.ts'

const maxFrameBytes = 32 * 1024
type Deps = {
  server: Server
  config: Config
  sessions: SessionReader
  /** Whether one more socket of this caller may open. */
  hasRoom: (caller: Caller) => boolean
  onError: (err: unknown, what: string) => void
}

/** Turns requests for /api/realtime from our own pages into sockets whose owner is known from the session cookie. */
export function takeUpgrades(deps: Deps, accept: (ws: WebSocket, caller: Caller) => void): void {
  const wss = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: maxFrameBytes, clientTracking: false })
  const believed = believedHops(deps.config.trustProxy)
  deps.server.on('upgrade', (req: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    if (req.url?.split('?')[0] !== '/api/realtime') return refuse(stream, '404 Not Found')
    if (!isOwnOrigin({ headers: { ...req.headers, 'sec-fetch-site': undefined } }, deps.config)) return refuse(stream, '403 Forbidden')
    const token = readCookie(req.headers.cookie, cookieName(deps.config))
    Promise.resolve(token ? deps.sessions(token) : null)
      .then((session) => {
        const who = { account: session?.account ?? null, session: session?.session ?? null }
        const caller = { ...nobody, ...who, address: addressOf(req, believed) }
        if (!deps.hasRoom(caller)) return refuse(stream, '429 Too Many Requests')
        wss.handleUpgrade(req, stream, head, (ws) => accept(ws, caller))
      })
      .catch((err: unknown) => {
        deps.onError(err, 'upgrade')
        refuse(stream, '503 Service Unavailable')
      })
  })
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
