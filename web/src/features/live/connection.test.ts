import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepConnected, type LinkState } from './connection.ts'

/** A peer connection as far as a link needs one; the test says what becomes of it. */
class FakeConnection {
  static all: FakeConnection[] = []
  connectionState = 'new'
  localDescription = { sdp: 'v=0 offer' }
  answer: string | null = null
  isClosed = false
  onconnectionstatechange: () => void = () => {}
  constructor() {
    FakeConnection.all.push(this)
  }
  setLocalDescription = async () => {}
  setRemoteDescription = async ({ sdp }: { sdp: string }) => {
    this.answer = sdp
  }
  close = () => {
    this.isClosed = true
  }
  becomes(state: string): void {
    this.connectionState = state
    this.onconnectionstatechange()
  }
}

const states: LinkState[] = []
const calls: { method: string; path: string; headers: Record<string, string> }[] = []
let refusals: [status: number, type: string][] = []

beforeEach(() => {
  vi.useFakeTimers()
  FakeConnection.all = []
  states.length = 0
  calls.length = 0
  refusals = []
  vi.stubGlobal('RTCPeerConnection', FakeConnection)
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    calls.push({ method: init.method ?? 'GET', path, headers: init.headers as Record<string, string> })
    if (init.method === 'DELETE') return new Response(null, { status: 204 })
    const refusal = refusals.shift()
    if (refusal?.[0] === 0) throw new TypeError('no network')
    const answered = refusal
      ? new Response(JSON.stringify({ type: `/problems/${refusal[1]}`, title: 'No' }), { status: refusal[0] })
      : new Response('v=0 answer', { status: 201, headers: { location: `${path}/session-${calls.length}` } })
    Object.defineProperty(answered, 'url', { value: `https://corefans.example${path}` })
    return answered
  })
})
afterEach(() => vi.useRealTimers())

const link = (key?: string) =>
  keepConnected({ url: '/api/live/whip', ...(key ? { key } : {}), prepare: () => {}, onState: (state) => void states.push(state) })
const settled = () => vi.advanceTimersByTimeAsync(0)
const last = () => FakeConnection.all.at(-1) as FakeConnection

test('a publisher shows its key, and the answer reaches the connection', async () => {
  link('a-key')
  await settled()
  expect([calls[0]?.method, calls[0]?.headers['authorization'], last().answer]).toEqual(['POST', 'Bearer a-key', 'v=0 answer'])
  last().becomes('connected')
  expect(states).toEqual(['connecting', 'connected'])
})

test('LIV-06 a lost connection is ended and made anew, a little later each time', async () => {
  link()
  await settled()
  for (const waitMs of [500, 1_000, 2_000]) {
    last().becomes('failed')
    await vi.advanceTimersByTimeAsync(waitMs - 1)
    const before = FakeConnection.all.length
    await vi.advanceTimersByTimeAsync(1)
    expect(FakeConnection.all.length).toBe(before + 1)
  }
  expect(FakeConnection.all.slice(0, -1).every(({ isClosed }) => isClosed)).toBe(true)
  expect(calls.filter(({ method }) => method === 'DELETE').map(({ path }) => path)).toEqual([
    '/api/live/whip/session-1',
    '/api/live/whip/session-3',
    '/api/live/whip/session-5',
  ])
})

test('no network and an engine that starts are tried again; a refusal is said and not asked twice', async () => {
  refusals = [
    [0, ''],
    [503, 'live/engine-down'],
    [409, 'live/already-publishing'],
    [403, 'access/locked'],
  ]
  link()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(states.filter((state) => state === 'lost')).toHaveLength(3)
  expect(states.at(-1)).toBe('refused')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(4)
})

test('a closed link ends its session and comes back no more', async () => {
  const { close } = link()
  await settled()
  last().becomes('failed')
  close()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(calls.map(({ method }) => method)).toEqual(['POST', 'DELETE'])
})
