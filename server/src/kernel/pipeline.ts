import type { Writable } from 'node:stream'
import pg from 'pg'

/**
 * One connection for look-ups: it takes statements before it has answered the earlier ones, and those of one turn of the
 * event loop leave in one write. A connection of the pool is asked, written to and given back for each statement alone:
 * that was a third of the CPU of a feed.
 */
export type Pipeline = {
  ask: <Row extends object>(statement: { name: string; text: string; values: unknown[] }) => Promise<Row[]>
  waiting: () => number
  /** Calls when nothing is under way any more. */
  onIdle: (listen: () => void) => void
  end: () => Promise<void>
}

/** PostgreSQL would plan a look-up anew while it has few keys, which is as dear as the look-up itself. */
const genericPlans = '-c plan_cache_mode=force_generic_plan'

/**
 * When look-ups leave: at the end of a turn of the event loop, all together on a pipeline that has been answered. While all
 * of them are under way, look-ups gather. So a busy server asks in few and large rounds, and an idle one at once.
 */
export function departures(pipes: readonly Pipeline[]): () => Promise<Pipeline> {
  let next: Promise<Pipeline> | null = null
  let waitForOne: (() => void) | null = null
  const free = () => pipes.find((pipe) => pipe.waiting() === 0)
  for (const pipe of pipes)
    pipe.onIdle(() => {
      waitForOne?.()
      waitForOne = null
    })
  return () => {
    next ??= new Promise((depart) => {
      const atEndOfTurn = () =>
        setImmediate(() => {
          next = null
          depart(free() ?? (pipes[0] as Pipeline))
        })
      if (free()) atEndOfTurn()
      else waitForOne = atEndOfTurn
    })
    return next
  }
}

/** Connects with the first statement, and again with the next one after a loss. */
export function openPipeline(settings: pg.ClientConfig): Pipeline {
  let open: Promise<pg.Client> | null = null
  let waiting = 0
  let idle = () => {}

  const connect = (): Promise<pg.Client> => {
    const client = new pg.Client({ ...settings, options: genericPlans, pipeline: true })
    const opened = client.connect().then(() => client)
    const forget = () => {
      if (open === opened) open = null
    }
    client.on('error', forget)
    client.on('end', forget)
    opened.catch(forget)
    return opened
  }

  return {
    ask: async <Row extends object>(statement: { name: string; text: string; values: unknown[] }) => {
      waiting++
      try {
        open ??= connect()
        const client = await open
        corkForTurn(client)
        return (await client.query<Row>(statement)).rows
      } finally {
        waiting--
        if (waiting === 0) idle()
      }
    },
    waiting: () => waiting,
    onIdle: (listen) => {
      idle = listen
    },
    end: async () => {
      const client = await open?.catch(() => null)
      open = null
      await client?.end()
    },
  }
}

/** Holds back what is written until the promises of this turn are done. */
export function corkForTurn(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}
