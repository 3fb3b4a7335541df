import { once } from 'node:events'
import type { ClientFrame, ServerFrame } from '@corefans/shared/realtime.ts'
import { WebSocket } from 'ws'

export type TestSocket = {
  ws: WebSocket
  frames: ServerFrame[]
  send: (frame: ClientFrame) => void
  /** The first frame, past or coming, that fits; rejects after a generous wait, so that a lost frame fails a test and a slow machine does not. */
  heard: (fits: (frame: ServerFrame) => boolean) => Promise<ServerFrame>
  join: (...topics: string[]) => Promise<ServerFrame>
  close: () => void
}

const patienceMs = 20_000

export async function openSocket(url: string, cookie: string): Promise<TestSocket> {
  const ws = new WebSocket(url, { headers: cookie ? { cookie } : {} })
  const frames: ServerFrame[] = []
  const waiting = new Set<() => void>()
  ws.on('message', (data) => {
    frames.push(JSON.parse(String(data)) as ServerFrame)
    for (const look of waiting) look()
  })
  await once(ws, 'open')
  const send = (frame: ClientFrame) => ws.send(JSON.stringify(frame))
  const heard: TestSocket['heard'] = (fits) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look)
        reject(new Error(`not heard; heard ${JSON.stringify(frames.slice(-5))}`))
      }, patienceMs)
      let from = 0
      const look = () => {
        const found = frames.slice(from).find(fits)
        from = frames.length
        if (!found) return
        clearTimeout(timer)
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  return {
    ws,
    frames,
    send,
    heard,
    join: (...topics) => {
      send({ type: 'subscribe', topics })
      return heard(
        (frame) =>
          (frame.type === 'subscribed' && topics.every((topic) => frame.topics.includes(topic))) ||
          (frame.type === 'denied' && topics.includes(frame.topic)),
      )
    },
    close: () => ws.close(),
  }
}
