import type { ServerFrame } from '@corefans/shared/realtime.ts'
import { WebSocket } from 'ws'

export type Listener = { acts: number[]; resets: () => number; stop: () => void }

/** A client of a profile's topic that comes back whenever it is cut, and asks for what it missed since the last number it saw. */
export function listenAlways(url: string, profile: string): Listener {
  const acts: number[] = []
  let [since, resets, stopped]: [number | null, number, boolean] = [null, 0, false]
  let socket: WebSocket | null = null
  const topics = [`profile:${profile}`]

  const take = (frame: ServerFrame, ws: WebSocket) => {
    if (frame.type === 'hello') {
      const resume = since === null ? {} : { since }
      since ??= frame.seq
      ws.send(JSON.stringify({ type: 'subscribe', topics, ...resume }))
    } else if (frame.type === 'event' && frame.event.type === 'profile.counted') {
      since = Math.max(since ?? 0, frame.seq)
      acts.push(frame.event.counters.posts)
    } else if (frame.type === 'reset') resets += 1
  }
  const connect = () => {
    if (stopped) return
    const ws = new WebSocket(url)
    socket = ws
    ws.on('message', (data) => take(JSON.parse(String(data)) as ServerFrame, ws))
    ws.on('error', () => {})
    ws.on('close', () => setTimeout(connect, 20))
  }
  connect()
  return {
    acts,
    resets: () => resets,
    stop: () => {
      stopped = true
      socket?.terminate()
    },
  }
}
