/**
 * One subscriber's way through the log. Each step is one transaction: lock the cursor, handle the next events in order,
 * move the cursor. What a crash or an error undoes was not handled; what is committed is never handled again.
 * 1. a batch that fails is taken one by one, so that its good events are kept
 * 2. an event that fails waits, longer each time, and those behind it wait too: their order is kept
 * 3. an event that failed `attempts` times is set aside with its error, and the subscriber goes on
 */
import { type Ctx, nobody, type Transact } from '../ctx.ts'
import { Outage } from '../errors.ts'
import { type LogEntry, lockCursor, moveCursor, noteFailure, type Subscriber, takeEvents } from './cursors.ts'
import { buryEvent, exhumeEvent } from './dead-letters.ts'

export type Retry = { attempts: number; firstMs: number; maxMs: number }
export type Consumer = {
  subscriber: Subscriber
  /** No event of its kinds stands between its cursor and here; a fact, since the log only grows. */
  scannedTo: number
  /** Where its cursor stood when this process last saw it. */
  savedTo: number
  /** Up to here events are taken one by one: a batch with them failed. */
  singleUntil: number
}
export type Outcome = 'more' | 'caught-up' | 'elsewhere' | 'waiting'
type Deps = { transact: Transact; retry: Retry; onError: (err: unknown, what: string) => void }

const batch = 100
/** A cursor whose events are rare follows the log in steps of this size, so that old events can be forgotten. */
const idleStep = 1_000

/** Whether the cursor is so far behind what was scanned that it holds back events which nobody needs any more. */
export const isStale = ({ scannedTo, savedTo }: Consumer): boolean => scannedTo - savedTo >= idleStep

/** Takes one step up to `head`. Never throws for what the handler threw; an outage of the database is thrown on. */
export async function consume(deps: Deps, consumer: Consumer, head: number): Promise<Outcome> {
  const taken: { entries: LogEntry[] } = { entries: [] }
  try {
    return await deps.transact(nobody, (ctx) => step(ctx, consumer, head, taken))
  } catch (err) {
    if (err instanceof Outage || taken.entries.length === 0) throw err
    const last = taken.entries.at(-1)?.seq ?? 0
    if (taken.entries.length > 1) {
      consumer.singleUntil = last
      return 'more'
    }
    deps.onError(err, `${consumer.subscriber.name} on ${taken.entries[0]?.payload.type}`)
    return failed(deps, consumer, taken.entries[0] as LogEntry, err)
  }
}

async function step(ctx: Ctx, consumer: Consumer, head: number, taken: { entries: LogEntry[] }): Promise<Outcome> {
  const { subscriber, scannedTo, singleUntil } = consumer
  const next = await takeEvents(ctx.sql, subscriber, { scannedTo, singleUntil, upTo: head, limit: batch })
  if (!next) return 'elsewhere'
  const { cursor, entries, limit } = next
  if (cursor.isWaiting) return 'waiting'
  taken.entries = entries
  for (const { payload } of entries) await subscriber.handle(ctx, payload)
  const hasMore = entries.length === limit
  const isFar = entries.length === 0 && head - cursor.seq >= idleStep
  const savedTo = entries.at(-1)?.seq ?? (isFar ? head : cursor.seq)
  if (savedTo !== cursor.seq) await moveCursor(ctx.sql, subscriber.name, savedTo)
  ctx.afterCommit(() => {
    consumer.savedTo = savedTo
    // Fewer than were asked for: there are no others up to the head.
    if (!hasMore) consumer.scannedTo = Math.max(consumer.scannedTo, head)
  })
  return hasMore ? 'more' : 'caught-up'
}

async function failed(deps: Deps, { subscriber }: Consumer, entry: LogEntry, err: unknown): Promise<Outcome> {
  return deps.transact(nobody, async (ctx) => {
    const cursor = await lockCursor(ctx.sql, subscriber.name)
    // Another process may have handled it since, or be at it.
    if (!cursor || cursor.seq >= entry.seq) return 'elsewhere'
    const error = messageOf(err)
    const attempts = await noteFailure(ctx.sql, subscriber.name, error, deps.retry)
    if (attempts < deps.retry.attempts) return 'waiting'
    await buryEvent(ctx.sql, subscriber.name, entry, { attempts, error })
    await moveCursor(ctx.sql, subscriber.name, entry.seq)
    return 'more'
  })
}

/** Tries one dead event again that somebody asked for; answers whether there was one. What fails again is dead again. */
export async function replayDead(deps: Deps, { subscriber }: Consumer): Promise<boolean> {
  const taken: { entry: (LogEntry & { attempts: number }) | null } = { entry: null }
  try {
    return await deps.transact(nobody, async (ctx) => {
      taken.entry = await exhumeEvent(ctx.sql, subscriber.name)
      if (taken.entry) await subscriber.handle(ctx, taken.entry.payload)
      return taken.entry !== null
    })
  } catch (err) {
    const { entry } = taken
    if (err instanceof Outage || !entry) throw err
    deps.onError(err, `${subscriber.name} on ${entry.payload.type}, again`)
    await deps.transact(nobody, (ctx) => buryEvent(ctx.sql, subscriber.name, entry, { attempts: 1, error: messageOf(err) }))
    return true
  }
}

const messageOf = (err: unknown): string => (err instanceof Error ? `${err.name}: ${err.message}` : String(err)).slice(0, 500)
