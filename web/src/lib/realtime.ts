import type { ClientFrame, ServerFrame } from '@corefans/shared/realtime.ts'
import { delayMs, idle, join, leave, lost, type Realtime, receive, type Step } from './realtime-state.ts'
import { attach, connection } from './topics.ts'

export type LiveFrame = Extract<ServerFrame, { type: 'event' | 'state' | 'reset' }>

const listeners = new Set<(frame: LiveFrame) => void>()
const activeEveryMs = 30_000

let state: Realtime = { ...idle, since: numberOfPage() }
let socket: WebSocket | null = null
let retry: ReturnType<typeof setTimeout> | undefined
let queued: ClientFrame[] = []
let lastActiveAt = 0

/** How far the event log had grown when the server made this page: what happened since then is not in it. */
function numberOfPage(): number | null {
  const text = typeof document === 'undefined' ? null : document.getElementById('seq')?.textContent
  return text ? Number(text) : null
}

/** Opens the tab's one socket and keeps it open. */
export function connect(): void {
  if (socket || typeof WebSocket === 'undefined') return
  clearTimeout(retry)
  const next = new WebSocket(`${window.location.origin.replace(/^http/, 'ws')}/api/realtime`)
  socket = next
  next.onmessage = (message: MessageEvent<string>) => take(receive(state, JSON.parse(message.data) as ServerFrame))
  next.onclose = () => {
    if (socket !== next) return
    socket = null
    state = lost(state)
    if (state.attempt > 2 || !navigator.onLine) connection.set('offline')
    retry = setTimeout(connect, delayMs(state.attempt, Math.random()))
  }
}

/** Tells every frame to `listener` until the answer is called. */
export function listen(listener: (frame: LiveFrame) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function take(step: Step): void {
  const wasOpen = state.open
  state = step.state
  if (state.open && !wasOpen) {
    connection.set('online')
    lastActiveAt = 0
    tellActive()
  }
  for (const frame of step.send) send(frame)
  const frame = step.deliver
  if (isLive(frame)) for (const listener of listeners) listener(frame)
}

const isLive = (frame: ServerFrame | undefined): frame is LiveFrame =>
  frame !== undefined && ['event', 'state', 'reset'].includes(frame.type)

/** Frames of one turn travel together: a list of twenty cards is one subscription, not twenty. */
function send(frame: ClientFrame): void {
  queued.push(frame)
  if (queued.length === 1) queueMicrotask(flush)
}

function flush(): void {
  const frames = queued
  queued = []
  if (socket?.readyState !== WebSocket.OPEN) return
  for (const frame of merged(frames)) socket.send(JSON.stringify(frame))
}

function merged(frames: ClientFrame[]): ClientFrame[] {
  const out: ClientFrame[] = []
  for (const frame of frames) {
    const last = out.at(-1)
    if (last && joined(last, frame)) continue
    out.push(frame)
  }
  return out
}

/** Puts the topics of `frame` into `last` where both ask for the same. */
function joined(last: ClientFrame, frame: ClientFrame): boolean {
  if (last.type === 'active' || frame.type === 'active' || last.type !== frame.type) return false
  if (('since' in last ? last.since : undefined) !== ('since' in frame ? frame.since : undefined)) return false
  last.topics = [...last.topics, ...frame.topics]
  return true
}

function tellActive(): void {
  const visible = document.visibilityState === 'visible'
  if (visible && Date.now() - lastActiveAt < activeEveryMs) return
  lastActiveAt = Date.now()
  send({ type: 'active', visible })
}

function returned(): void {
  connect()
  // A short outage leaves the socket whole: nothing but this would say that it is over.
  if (state.open && navigator.onLine) connection.set('online')
  if (document.visibilityState === 'visible') lastActiveAt = 0
  tellActive()
}

/** Keeps presence honest: seen and used pages say so, at most every 30 s. */
export function watchActivity(): () => void {
  const offline = () => connection.set('offline')
  const used = () => state.open && tellActive()
  document.addEventListener('visibilitychange', returned)
  window.addEventListener('online', returned)
  window.addEventListener('offline', offline)
  for (const type of ['pointerdown', 'keydown', 'scroll']) window.addEventListener(type, used, { passive: true })
  return () => {
    document.removeEventListener('visibilitychange', returned)
    window.removeEventListener('online', returned)
    window.removeEventListener('offline', offline)
    for (const type of ['pointerdown', 'keydown', 'scroll']) window.removeEventListener(type, used)
  }
}

attach({ join: (topic) => take(join(state, topic)), leave: (topic) => take(leave(state, topic)) })
