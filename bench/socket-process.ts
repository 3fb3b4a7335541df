// Ten thousand WebSocket clients that cost little: one handshake, one subscription, and an ear for one event.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { openLane, requestOf } from './http-lane.ts'
import { accountId, handleOf, tokenOf } from './names.ts'

const [text, ping, pong] = [1, 9, 10]
const atOnce = 100
const patienceMs = 20_000
const sockets: Socket[] = []
let port = 0
let onEvent = () => {}

/** What the socket of an account listens to; without it all listen to one profile. */
let topicOf: (nth: number) => { account: number; topic: string } = (nth) => ({ account: nth, topic: `profile:${accountId(0)}` })
let heardInAll = 0

async function open(count: number): Promise<{ tookMs: number; refused: number }> {
  const began = performance.now()
  let refused = 0
  let next = 0
  const opener = async () => {
    while (next < count) {
      const account = next++
      await openOne(account).catch(() => {
        refused++
      })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, opener))
  return { tookMs: Math.round(performance.now() - began), refused }
}

async function openOne(nth: number): Promise<void> {
  const { account, topic } = topicOf(nth)
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  socket.write(
    `GET /api/realtime HTTP/1.1\r\nhost: localhost:${port}\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: ${Buffer.alloc(16, account % 251).toString('base64')}\r\ncookie: corefans_${port}=${tokenOf(account)}\r\n\r\n`,
  )
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('closed')))
    let rest: Buffer = Buffer.alloc(0)
    let isOpen = false
    socket.on('data', (chunk) => {
      rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      if (!isOpen) {
        const at = rest.indexOf('\r\n\r\n')
        if (at < 0) return
        if (rest.toString('latin1', 9, 12) !== '101') return reject(new Error(rest.toString('latin1', 0, 30)))
        isOpen = true
        rest = rest.subarray(at + 4)
        socket.write(frame(text, `{"type":"subscribe","topics":["${topic}"]}`))
      }
      rest = hear(socket, rest, resolve)
    })
  })
  sockets.push(socket)
}

/** Takes whole frames off the front; answers what is left. */
function hear(socket: Socket, bytes: Buffer, subscribed: () => void): Buffer {
  let rest = bytes
  while (rest.length >= 2) {
    const short = (rest[1] as number) & 127
    const head = short === 126 ? 4 : 2
    if (rest.length < head) return rest
    const size = short === 126 ? rest.readUInt16BE(2) : short
    if (rest.length < head + size) return rest
    const kind = (rest[0] as number) & 15
    if (kind === ping) socket.write(frame(pong, ''))
    if (kind === text) {
      const start = rest.toString('latin1', head, head + 20)
      if (start.startsWith('{"type":"event"')) onEvent()
      else if (start.startsWith('{"type":"subscribed"')) subscribed()
    }
    rest = rest.subarray(head + size)
  }
  return rest
}

/** A client's frames are masked; a mask of zeros leaves the words as they are. */
function frame(kind: number, words: string): Buffer {
  const body = Buffer.from(words)
  return Buffer.concat([Buffer.from([128 | kind, 128 | body.length, 0, 0, 0, 0]), body])
}

/** One follow moves a public counter; answers when every socket has heard it. */
async function broadcast(turn: number): Promise<{ allMs: number; ackMs: number; heardBy: number }> {
  const lane = await openLane(port)
  let heardBy = 0
  const began = performance.now()
  const everybody = new Promise<void>((resolve) => {
    onEvent = () => {
      if (++heardBy === sockets.length) resolve()
    }
    setTimeout(resolve, patienceMs).unref()
  })
  await lane.ask(requestOf('PUT', `/api/profiles/${handleOf(0)}/follow`, { port, token: tokenOf(20_000 + turn) }))
  const ackMs = performance.now() - began
  await everybody
  lane.close()
  return { allMs: performance.now() - began, ackMs, heardBy }
}

type Asked = { open?: { port: number; count: number; devices?: number }; broadcast?: number; heardSoFar?: true }
process.on('message', (asked: Asked) => {
  const fail = (err: unknown) => process.send?.({ failed: String(err) })
  if (asked.open) {
    const { devices } = asked.open
    if (devices) {
      topicOf = (nth) => ({ account: Math.floor(nth / devices), topic: `account:${accountId(Math.floor(nth / devices))}` })
      onEvent = () => {
        heardInAll++
      }
    }
    port = asked.open.port
    open(asked.open.count).then((opened) => process.send?.({ opened }), fail)
  } else if (asked.heardSoFar) process.send?.({ heardSoFar: { n: heardInAll } })
  else if (asked.broadcast !== undefined) broadcast(asked.broadcast).then((all) => process.send?.({ all }), fail)
})
process.on('disconnect', () => process.exit(0))
