/**
 * The relay of domain events.
 * 1. stamp: committed events get the next numbers, in commit order (every process, after its own commits)
 * 2. announce: the bus tells every process how far the log has grown, and with which kinds
 * 3. deliver: each subscriber goes through the log with a cursor of its own (processes that work); none waits for another
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { EventType } from '@corefans/shared/events/index.ts'
import type { Bus } from '../bus.ts'
import type { Transact } from '../ctx.ts'
import type { Db } from '../db.ts'
import { type Consumer, consume, isStale, type Outcome, type Retry, replayDead } from './consumer.ts'
import { lagOf, openCursors, type Subscriber } from './cursors.ts'
import { subscribersToReplay } from './dead-letters.ts'
import { headOf, type Stamped, stampEvents } from './outbox.ts'

export type Relay = {
  /** Somebody just committed events. */
  wake: () => void
  lag: () => Promise<{ subscriber: string; behind: number; dead: number }[]>
  stop: () => Promise<void>
}
type Deps = {
  db: Db
  transact: Transact
  bus: Bus
  subscribers: readonly Subscriber[]
  /** Whether this process handles events, or only numbers its own. */
  delivers: boolean
  retry?: Retry
  onError: (err: unknown, what: string) => void
}

const pollMs = 1_000
/** Between two steps of a subscriber that is not behind: under a storm of events a step costs as much for one as for ten. */
const betweenStepsMs = 25
/** Some five minutes of tries before an event is set aside. */
const patient: Retry = { attempts: 12, firstMs: 200, maxMs: 60_000 }

export async function startRelay(deps: Deps): Promise<Relay> {
  if (deps.delivers) await openCursors(deps.db.sql, deps.subscribers)
  const lanes = deps.delivers ? deps.subscribers.map((subscriber) => lane({ retry: patient, ...deps }, subscriber)) : []
  const announce = (stamped: Stamped) => {
    for (const one of lanes) one.grown(stamped)
  }
  deps.bus.onMessage((message) => {
    if (message.kind === 'events') announce(message)
  })
  const stamping = repeated(async () => {
    for (let hasMore = true; hasMore; ) {
      const { stamped, isFull } = await stampEvents(deps.db.sql)
      hasMore = isFull
      if (!stamped) continue
      deps.bus.publish({ kind: 'events', ...stamped })
      announce(stamped)
    }
  }, deps.onError)
  /** What an announcement that was lost, a wait that is over, or somebody's wish to replay leaves to do. */
  const looking = repeated(async () => {
    const [head, again] = await Promise.all([headOf(deps.db.sql), subscribersToReplay(deps.db.sql)])
    for (const one of lanes) one.look(head, again.includes(one.name))
  }, deps.onError)
  const timer = setInterval(() => {
    stamping.wake()
    if (deps.delivers) looking.wake()
  }, pollMs)
  stamping.wake()
  if (deps.delivers) looking.wake()
  return {
    wake: stamping.wake,
    lag: () => lagOf(deps.db.sql, deps.subscribers),
    stop: async () => {
      clearInterval(timer)
      await Promise.all([stamping.stop(), looking.stop(), ...lanes.map((one) => one.stop())])
    },
  }
}

/** One subscriber's own queue in this process. */
function lane(deps: Deps & { retry: Retry }, subscriber: Subscriber) {
  const consumer: Consumer = { subscriber, scannedTo: 0, savedTo: 0, singleUntil: 0 }
  let head = 0
  let hasDead = false
  const work = repeated(async (isStopping) => {
    while (hasDead && !isStopping()) hasDead = await replayDead(deps, consumer)
    let outcome: Outcome = 'more'
    while (outcome === 'more' && (consumer.scannedTo < head || isStale(consumer)) && !isStopping())
      outcome = await consume(deps, consumer, head)
    if (outcome === 'waiting') setTimeout(() => work.wake(), deps.retry.firstMs).unref()
    // What comes meanwhile shares the next transaction; an event that comes alone is handled at once.
    if (outcome === 'caught-up' && !isStopping()) await pause(betweenStepsMs)
  }, deps.onError)
  const wants = (types: readonly EventType[]) => types.some((type) => subscriber.types.includes(type))
  return {
    name: subscriber.name,
    grown: ({ from, upTo, types }: Stamped) => {
      head = Math.max(head, upTo)
      if (wants(types) || consumer.scannedTo < from) work.wake()
      else consumer.scannedTo = Math.max(consumer.scannedTo, upTo)
      if (isStale(consumer)) work.wake()
    },
    look: (newest: number, isToReplay: boolean) => {
      head = Math.max(head, newest)
      hasDead ||= isToReplay
      if (hasDead || consumer.scannedTo < head) work.wake()
    },
    stop: work.stop,
  }
}

/** Runs a task whenever it is woken, never twice at once; a wake during a run is one more run. */
function repeated(task: (isStopping: () => boolean) => Promise<void>, onError: (err: unknown, what: string) => void) {
  let again = false
  let stopped = false
  let running: Promise<void> | null = null
  const run = async () => {
    while (again && !stopped) {
      again = false
      await task(() => stopped).catch((err: unknown) => onError(err, 'relay'))
    }
  }
  return {
    wake: () => {
      again = true
      if (stopped || running) return
      running = run().finally(() => {
        running = null
      })
    },
    stop: async () => {
      stopped = true
      await running
    },
  }
}
