import type { ClientFrame, ServerFrame } from '@corefans/shared/realtime.ts'

/**
 * What the socket of one tab knows, as a pure machine.
 * 1. `join`/`leave` count how many parts of the page want a topic; only the first and the last are told to the server.
 * 2. On `hello` all wanted topics are named again; after the first time with `since`, so that missed events come first.
 * 3. An event is let through once per topic: what is not newer than the last seen one is dropped.
 */
export type Realtime = {
  open: boolean
  wanted: ReadonlyMap<string, number>
  seen: ReadonlyMap<string, number>
  since: number | null
  attempt: number
}
export const idle: Realtime = { open: false, wanted: new Map(), seen: new Map(), since: null, attempt: 0 }

/**
 * A page is read before its topics are joined; what happened in between is asked for again. Numbers move on meanwhile,
 * so a few more are asked for than seem missed: events carry whole states, and hearing one twice does no harm.
 */
const overlap = 64

export type Step = { state: Realtime; send: ClientFrame[]; deliver?: ServerFrame }

export function join(state: Realtime, topic: string): Step {
  const count = state.wanted.get(topic) ?? 0
  const next = { ...state, wanted: new Map(state.wanted).set(topic, count + 1) }
  const since = state.since === null ? {} : { since: Math.max(0, state.since - overlap) }
  return { state: next, send: count === 0 && state.open ? [{ type: 'subscribe', topics: [topic], ...since }] : [] }
}

export function leave(state: Realtime, topic: string): Step {
  const count = state.wanted.get(topic) ?? 0
  const wanted = new Map(state.wanted)
  if (count > 1) {
    wanted.set(topic, count - 1)
    return { state: { ...state, wanted }, send: [] }
  }
  wanted.delete(topic)
  const seen = new Map(state.seen)
  seen.delete(topic)
  return { state: { ...state, wanted, seen }, send: count === 1 && state.open ? [{ type: 'unsubscribe', topics: [topic] }] : [] }
}

export function receive(state: Realtime, frame: ServerFrame): Step {
  if (frame.type === 'hello') return greet(state, frame.seq)
  if (frame.type === 'event') return hear(state, frame)
  if (frame.type === 'subscribed') return { state: { ...state, since: Math.max(state.since ?? 0, frame.seq) }, send: [] }
  return { state, send: [], deliver: frame }
}

function greet(state: Realtime, seq: number): Step {
  const topics = [...state.wanted.keys()]
  const resume = state.since === null ? {} : { since: state.since }
  const next = { ...state, open: true, attempt: 0, since: state.since ?? seq }
  return { state: next, send: topics.length > 0 ? [{ type: 'subscribe', topics, ...resume }] : [] }
}

function hear(state: Realtime, frame: Extract<ServerFrame, { type: 'event' }>): Step {
  const last = state.seen.get(frame.topic) ?? -1
  if (frame.seq <= last) return { state, send: [] }
  const seen = new Map(state.seen).set(frame.topic, frame.seq)
  return { state: { ...state, seen, since: Math.max(state.since ?? 0, frame.seq) }, send: [], deliver: frame }
}

export const lost = (state: Realtime): Realtime => ({ ...state, open: false, attempt: state.attempt + 1 })

/** How long to wait before the next try: doubling from half a second to 20 s, with full jitter so that a restart is no stampede. */
export const delayMs = (attempt: number, random: number): number =>
  Math.round(250 + random * Math.min(20_000, 500 * 2 ** Math.max(0, attempt - 1)))
