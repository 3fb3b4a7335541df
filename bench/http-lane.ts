import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** One keep-alive connection that asks one thing at a time; answers the status. Made to cost little beside the server. */
export type Lane = { ask: (request: Buffer) => Promise<number>; close: () => void; lastBody: () => string }

const headEnd = Buffer.from('\r\n\r\n')

export async function openLane(port: number): Promise<Lane> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  let got: Buffer | null = null
  let wanted = 0 // bytes of the whole answer, once its head is read
  let waiting: { resolve: (status: number) => void; reject: (err: Error) => void } | null = null
  let last: Buffer = Buffer.alloc(0)

  socket.on('data', (chunk) => {
    got = got ? Buffer.concat([got, chunk]) : chunk
    if (wanted === 0) {
      const at = got.indexOf(headEnd)
      if (at < 0) return
      wanted = at + 4 + lengthIn(got.toString('latin1', 0, at))
    }
    if (got.length < wanted) return
    const answer = got
    got = null
    wanted = 0
    last = answer
    const done = waiting
    waiting = null
    done?.resolve(statusIn(answer))
  })
  const fail = (err: Error) => {
    const failed = waiting
    waiting = null
    failed?.reject(err)
  }
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('connection closed')))
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
    lastBody: () => last.subarray(last.indexOf(headEnd) + 4).toString(),
  }
}

function lengthIn(head: string): number {
  const at = head.indexOf('content-length: ')
  return at < 0 ? 0 : Number.parseInt(head.slice(at + 16, at + 28), 10)
}
const statusIn = (answer: Buffer): number => Number(answer.toString('latin1', 9, 12))

/** The bytes of a request, made once and sent often. */
export function requestOf(method: string, path: string, options: { port: number; token?: string; body?: string }): Buffer {
  const { port, token, body } = options
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `host: localhost:${port}`,
    ...(token ? [`cookie: corefans_${port}=${token}`] : []),
    ...(body === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`]),
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`)
}
