import type { EventType } from '@corefans/shared/events/index.ts'
import type { EphemeralState } from '@corefans/shared/realtime.ts'
import pg from 'pg'

/** What processes of one CoreFans tell each other. It may be lost; the database knows the rest. */
export type BusMessage =
  /** Events in (from, upTo] have their numbers; which kinds are among them. */
  | { kind: 'events'; from: number; upTo: number; types: EventType[] }
  /** The chain is read up to this block. */
  | { kind: 'head'; number: number }
  /** Somebody sent a transaction: whoever follows the chain looks now. */
  | { kind: 'poke' }
  | { kind: 'state'; topic: string; state: EphemeralState }
  | { kind: 'close-sessions'; sessions: string[] }
  | { kind: 'forget'; what: string }
  /** Topics of one account, or one topic of everybody, must be allowed anew. */
  | ({ kind: 'recheck' } & ({ account: string } | { topic: string }))

/** The port between processes. Default: PostgreSQL NOTIFY; NATS or Redis can stand behind it. */
export type Bus = {
  publish: (message: BusMessage) => void
  onMessage: (listen: (message: BusMessage) => void) => void
  /** Called when the bus is whole again after a loss: what was said meanwhile was not heard, so whoever keeps something in memory asks anew. */
  onResume: (resume: () => void) => void
  stop: () => Promise<void>
}

const channel = 'corefans'
const maxPayloadBytes = 7_500
const retryMs = 500

/** One connection listens, and one batch of NOTIFY a turn speaks: a NOTIFY for each message would be a round trip for each. */
export async function notifyBus(url: string, onError: (err: unknown) => void): Promise<Bus> {
  const listeners: ((message: BusMessage) => void)[] = []
  const resumers: (() => void)[] = []
  let waiting: string[] = []
  const hear = (messages: readonly BusMessage[]) => {
    for (const message of messages) for (const listen of listeners) listen(message)
  }
  const onReopen = () => {
    for (const resume of resumers) resume()
  }
  const line = connection(url, { hear, onError, onOpen: () => void flush(), onReopen })

  let speaking = false
  const flush = async () => {
    if (speaking) return
    speaking = true
    let taken: string[] = []
    try {
      for (let client = line.client(); client && waiting.length > 0; client = line.client()) {
        taken = waiting
        waiting = []
        await client.query(`select pg_notify('${channel}', p) from unnest($1::text[]) p`, [packed(taken)])
      }
    } catch (err) {
      waiting = [...taken, ...waiting] // said again once the bus is whole; hearing a message twice does no harm
      if (!line.isStopped()) onError(err)
    } finally {
      speaking = false
    }
  }

  await line.open()
  return {
    publish: (message) => {
      if (waiting.length > 10_000) waiting = [] // only after a long loss of the database, when clients resync anyway
      if (waiting.push(JSON.stringify(message)) === 1) setImmediate(() => void flush())
    },
    onMessage: (listen) => void listeners.push(listen),
    onResume: (resume) => void resumers.push(resume),
    stop: line.stop,
  }
}

/** One connection that listens, opened again whenever it is lost. */
function connection(
  url: string,
  on: { hear: (messages: readonly BusMessage[]) => void; onError: (err: unknown) => void; onOpen: () => void; onReopen: () => void },
) {
  let client: pg.Client | null = null
  let stopped = false

  const open = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, application_name: 'corefans-bus' })
    fresh.on('error', on.onError)
    let wasOpen = false
    fresh.on('end', () => {
      if (!wasOpen) return // the attempt itself says that it failed
      client = null
      if (!stopped) setTimeout(() => void reopen(), retryMs)
    })
    fresh.on('notification', ({ payload }) => on.hear(JSON.parse(payload ?? '[]') as BusMessage[]))
    await fresh.connect()
    await fresh.query(`listen ${channel}`)
    client = fresh
    wasOpen = true
    on.onOpen()
  }

  /** Tries until it is connected; whoever listens then hears that something may be missing. */
  const reopen = async (): Promise<void> => {
    if (stopped) return
    try {
      await open()
      on.onReopen()
    } catch (err) {
      on.onError(err)
      setTimeout(() => void reopen(), retryMs)
    }
  }

  return {
    open,
    client: () => client,
    isStopped: () => stopped,
    stop: async () => {
      stopped = true
      await client?.end()
    },
  }
}

/** Messages packed into as few NOTIFY payloads as fit (PostgreSQL allows < 8,000 bytes). */
export function packed(messages: readonly string[]): string[] {
  const payloads: string[][] = []
  let bytes = maxPayloadBytes
  for (const message of messages) {
    const size = Buffer.byteLength(message) + 1
    if (bytes + size > maxPayloadBytes) {
      payloads.push([])
      bytes = 2
    }
    payloads.at(-1)?.push(message)
    bytes += size
  }
  return payloads.map((p) => `[${p.join(',')}]`)
}
