import type { WireEvent } from './events/wire.ts'

/**
 * The WebSocket `/api/realtime`, in frames of JSON.
 * 1. The server says `hello` with the newest sequence number.
 * 2. The client names topics, with the last `since` it has seen: missed events come first, then live ones.
 *    What is too old to replay is answered by `reset`: the client reads its pages again.
 * 3. `active` (at most every 30 s) tells presence that a person is there; the server pings on its own.
 */
export type ClientFrame =
  | { type: 'subscribe'; topics: string[]; since?: number }
  | { type: 'unsubscribe'; topics: string[] }
  | { type: 'active'; visible: boolean }

export type ServerFrame =
  | { type: 'hello'; seq: number }
  | { type: 'subscribed'; topics: string[]; seq: number }
  | { type: 'denied'; topic: string; reason: 'sign-in' | 'not-allowed' | 'unknown-topic' }
  | { type: 'event'; seq: number; topic: string; event: WireEvent }
  | { type: 'state'; topic: string; state: EphemeralState }
  | { type: 'reset' }
  | { type: 'bad-frame'; reason: string }

/** What is true now and not worth keeping: nothing of it is replayed. */
export type EphemeralState =
  | { type: 'presence'; handle: string; state: 'online' | 'away' | 'offline'; lastActiveAt: string | null }
  | { type: 'badges'; streams: number; notifications: number }
  /** Somebody writes in a conversation. */
  | { type: 'typing'; threadId: string; handle: string; name: string }
