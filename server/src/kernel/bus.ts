import type { EphemeralState } from '@corefans/shared/realtime.ts'
import pg from 'pg'

/** What processes of one CoreFans tell each other. It may be lost; the database knows the rest. */
export type BusMessage =
  | { kind: 'events'; upTo: number }
  | { kind: 'state'; topic: string; state: EphemeralState }
  | { kind: 'close-sessions'; sessions: string[] }
  | { kind: 'forget'; what: string }
  /** Topics of one account, or one topic of everybody, must be allowed anew. */
  | ({ kind: 'recheck' } & ({ account: string } | { topic: string }))

/** The port between processes. Default: PostgreSQL NOTIFY; NATS or Redis can stand behind it. */
export type Bus = {
  publish: (message: BusMessage) => void
  onMessage: (listen: (message: BusMessage) => void) => void
  stop: () => Promise<void>
}

const channel = 'corefans'
const maxPayloadBytes = 7_500

/** One connection listens, and one batch of NOTIFY a turn speaks: a NOTIFY for each message would be a round trip for each. */
export async function notifyBus(url: string, onError: (err: unknown) => void): Promise<Bus> {
  const listeners: ((message: BusMessage) => void)[] = []
  let waiting: string[] = []
  let client: pg.Client | null = null
  let stopped = false

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, application_name: 'corefans-bus' })
    fresh.on('error', onError)
    fresh.on('end', () => {
      client = null
      if (!stopped) setTimeout(() => void connect().catch(onError), 500)
    })
    fresh.on('notification', ({ payload }) => {
      for (const message of JSON.parse(payload ?? '[]') as BusMessage[]) for (const listen of listeners) listen(message)
    })
    await fresh.connect()
    await fresh.query(`listen ${channel}`)
    client = fresh
    void flush()
  }

  let speaking = false
  const flush = async () => {
    if (speaking) return
    speaking = true
    try {
      while (client && waiting.length > 0) {
        const payloads = packed(waiting)
        waiting = []
        await client.query(`select pg_notify('${channel}', p) from unnest($1::text[]) p`, [payloads])
      }
    } catch (err) {
      if (!stopped) onError(err)
    } finally {
      speaking = false
    }
  }

  await connect()
  return {
    publish: (message) => {
      if (waiting.length > 10_000) waiting = [] // only after a long loss of the database, when clients resync anyway
      if (waiting.push(JSON.stringify(message)) === 1) setImmediate(() => void flush())
    },
    onMessage: (listen) => void listeners.push(listen),
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
