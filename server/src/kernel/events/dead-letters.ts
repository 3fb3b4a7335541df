import type { Sql } from '../db.ts'
import type { LogEntry } from './cursors.ts'

export type DeadEvent = { subscriber: string; seq: number; type: string; attempts: number; error: string; diedAt: Date; isDue: boolean }

/** Sets an event aside that its subscriber could not handle, with the reason. */
export async function buryEvent(sql: Sql, subscriber: string, entry: LogEntry, why: { attempts: number; error: string }): Promise<void> {
  await sql(
    `insert into dead_events (subscriber, seq, event_id, payload, attempts, error) values ($1, $2, $3, $4, $5, $6)
     on conflict (subscriber, seq) do update set attempts = dead_events.attempts + excluded.attempts, error = excluded.error, replay_at = null`,
    [subscriber, entry.seq, entry.eventId, JSON.stringify(entry.payload), why.attempts, why.error],
  )
}

/** What lies dead, oldest first; at most 500. */
export const deadEvents = (sql: Sql): Promise<DeadEvent[]> =>
  sql<DeadEvent>(
    `select subscriber, seq, payload->>'type' as type, attempts, error, died_at as "diedAt", replay_at is not null as "isDue"
       from dead_events order by seq, subscriber limit 500`,
  )

/** Asks for dead events to be tried again, all of a subscriber or one; answers how many. The worker does it within a second. */
export async function askReplay(sql: Sql, subscriber: string, seq: number | null): Promise<number> {
  const rows = await sql(
    `update dead_events set replay_at = now() where subscriber = $1 and ($2::bigint is null or seq = $2) and replay_at is null returning 1`,
    [subscriber, seq],
  )
  return rows.length
}

/** Subscribers that somebody asked to try dead events again. */
export const subscribersToReplay = async (sql: Sql): Promise<string[]> =>
  (await sql<{ subscriber: string }>(`select distinct subscriber from dead_events where replay_at is not null`)).map(
    (row) => row.subscriber,
  )

/** Takes the oldest dead event that is to be tried again out of the table, in the transaction that handles it. */
export async function exhumeEvent(sql: Sql, subscriber: string): Promise<(LogEntry & { attempts: number }) | null> {
  const [row] = await sql<LogEntry & { attempts: number }>(
    `delete from dead_events where (subscriber, seq) in (
       select subscriber, seq from dead_events where subscriber = $1 and replay_at is not null order by seq limit 1 for update skip locked)
     returning seq, event_id as "eventId", payload, attempts`,
    [subscriber],
  )
  return row ?? null
}
