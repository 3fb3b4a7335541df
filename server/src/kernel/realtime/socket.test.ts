import { beforeEach, describe, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { nobody } from '../ctx.ts'
import { Socket } from './socket.ts'
import { openSubscriptions } from './subscriptions.ts'

/** What a socket did to its connection. */
class Wire {
  readonly OPEN = 1
  readyState = 1
  bufferedAmount = 0
  readonly sent: string[] = []
  readonly closed: [number, string][] = []
  send = (frame: Buffer) => void this.sent.push(String(frame))
  close = (code: number, reason: string) => void this.closed.push([code, reason])
  terminate = () => {}
}
let wire: Wire
let socket: Socket
const aSocket = (own: Wire, account: string | null = null) => new Socket(own as unknown as WebSocket, { ...nobody, account })
beforeEach(() => {
  wire = new Wire()
  socket = aSocket(wire)
})
const frame = (n: number) => Buffer.from(String(n))

describe('C2 what a socket is sent', () => {
  test('while it catches up, live frames wait behind what was missed', () => {
    socket.hold()
    socket.sendRaw(frame(3))
    socket.hold()
    socket.sendRaw(frame(4))
    expect(wire.sent).toEqual([])
    socket.release([frame(1), frame(2)])
    socket.sendRaw(frame(5))
    expect(wire.sent).toEqual(['1', '2', '3', '4', '5'])
  })

  test('nothing is sent to who is gone', () => {
    wire.readyState = 3
    socket.sendRaw(frame(1))
    socket.release([frame(2)])
    expect(wire.sent).toEqual([])
  })

  test('who does not read is cut, so that its queue is not our memory', () => {
    wire.bufferedAmount = 300 * 1024
    socket.sendRaw(frame(1))
    expect([wire.sent, wire.closed]).toEqual([[], [[1013, 'not reading']]])
  })
})

describe('B1 what a socket asks for', () => {
  test('is done one after another, in order, also after one that failed', async () => {
    const done: string[] = []
    const errors: string[] = []
    const task = (name: string, ms: number) => async () => {
      await new Promise((end) => setTimeout(end, ms))
      if (name === 'b') throw new Error(name)
      done.push(name)
    }
    for (const [name, ms] of [
      ['a', 15],
      ['b', 5],
      ['c', 0],
    ] as const)
      socket.enqueue(task(name, ms), (err) => void errors.push((err as Error).message))
    expect(socket.waiting).toBe(3)
    await expect.poll(() => socket.waiting).toBe(0)
    expect([done, errors]).toEqual([['a', 'c'], ['b']])
  })

  test('is dropped once it is gone', async () => {
    const done: number[] = []
    const ends: (() => void)[] = []
    const endless = () => new Promise<void>((end) => void ends.push(end))
    socket.enqueue(endless, () => {})
    for (let i = 0; i < 100; i++)
      socket.enqueue(
        async () => void done.push(i),
        () => {},
      )
    await expect.poll(() => socket.waiting).toBe(101)
    wire.readyState = 3
    ends[0]?.()
    await expect.poll(() => socket.waiting).toBe(0)
    expect(done).toEqual([])
  })
})

describe('subscriptions', () => {
  test('a frame reaches whoever is subscribed to its topic, once, and nobody else', () => {
    const subscriptions = openSubscriptions()
    const wires = [new Wire(), new Wire(), new Wire()]
    const sockets = wires.map((own) => aSocket(own))
    for (const one of sockets) subscriptions.enter(one)
    subscriptions.join(sockets[0] as Socket, 'post:1')
    subscriptions.join(sockets[0] as Socket, 'post:1')
    subscriptions.join(sockets[1] as Socket, 'post:2')
    subscriptions.publish('post:1', frame(1))
    subscriptions.publish('post:3', frame(9))
    expect(wires.map(({ sent }) => sent)).toEqual([['1'], [], []])
  })

  test('who leaves a topic or goes hears no more, and a topic without anybody is forgotten', () => {
    const subscriptions = openSubscriptions()
    const [mine, theirs] = [new Wire(), new Wire()]
    const [me, them] = [aSocket(mine, 'maya'), aSocket(theirs, 'leo')]
    for (const one of [me, them]) {
      subscriptions.enter(one)
      for (const topic of ['post:1', 'post:2']) subscriptions.join(one, topic)
    }
    subscriptions.leave(me, 'post:1')
    subscriptions.publish('post:1', frame(1))
    expect([mine.sent, theirs.sent, subscriptions.ofAccount('leo')]).toEqual([[], ['1'], [them]])
    subscriptions.exit(them)
    expect([subscriptions.has('post:1'), subscriptions.has('post:2'), subscriptions.of('post:2')]).toEqual([false, true, [me]])
    expect([them.topics.size, subscriptions.ofAccount('leo'), subscriptions.sockets.size]).toEqual([0, [], 1])
  })
})
