import type { DomainEvent, EventOf, EventType } from '@corefans/shared/events/index.ts'
import type { Ctx } from '../ctx.ts'
import type { Sql } from '../db.ts'

export type Subscriber = {
  /** Stable: its cursor is kept under this name. */
  name: string
  types: readonly EventType[]
  handle: (ctx: Ctx, event: DomainEvent) => Promise<void>
  /** Where a subscriber that was never here before begins: with what happens next, or with the oldest event that is kept. */
  begin: 'now' | 'oldest'
}
export type Subscribe = <T extends EventType>(
  name: string,
  types: readonly T[],
  handle: (ctx: Ctx, event: EventOf<T>) => Promise<void>,
  options?: { begin?: Subscriber['begin'] },
) => void

export type Cursor = { seq: number; failures: number; isWaiting: boolean }
export type LogEntry = { seq: number; eventId: string; payload: DomainEvent }

/** Gives each subscriber that has none its cursor. */
export async function openCursors(sql: Sql, subscribers: readonly Subscriber[]): Promise<void> {
  await sql(
    `insert into event_cursors (subscriber, seq)
     select s.name, case when s.oldest then coalesce((select min(seq) from outbox) - 1, head.seq) else head.seq end
       from jsonb_to_recordset($1::jsonb) as s(name text, oldest boolean), outbox_head head
     on conflict do nothing`,
    [JSON.stringify(subscribers.map(({ name, begin }) => ({ name, oldest: begin === 'oldest' })))],
  )
}

/** The cursor, locked until the transaction ends; null while another process holds it. */
export async function lockCursor(sql: Sql, subscriber: string): Promise<Cursor | null> {
  const [row] = await sql<Cursor>(
    `select seq, failures, coalesce(retry_at > clock_timestamp(), false) as "isWaiting" from event_cursors where subscriber = $1 for update skip locked`,
    [subscriber],
  )
  return row ?? null
}

/** The next events of some kinds in (after, upTo], in order. */
export const eventsAfter = (
  sql: Sql,
  types: readonly EventType[],
  range: { after: number; upTo: number; limit: number },
): Promise<LogEntry[]> =>
  sql<LogEntry>(
    `select seq, event_id as "eventId", payload from outbox where seq > $1 and seq <= $2 and type = any($3) order by seq limit $4`,
    [range.after, range.upTo, types, range.limit],
  )

export async function moveCursor(sql: Sql, subscriber: string, seq: number): Promise<void> {
  await sql(`update event_cursors set seq = $2, failures = 0, retry_at = null, last_error = null where subscriber = $1`, [subscriber, seq])
}

/** Counts a failed try of the next event; answers how many there were. It is tried again after a wait that doubles up to a cap. */
export async function noteFailure(
  sql: Sql,
  subscriber: string,
  error: string,
  backoff: { firstMs: number; maxMs: number },
): Promise<number> {
  const [row] = await sql<{ failures: number }>(
    `update event_cursors set failures = failures + 1, last_error = $2,
            retry_at = clock_timestamp() + least($3 * 2 ^ least(failures, 20), $4) * interval '1 millisecond'
      where subscriber = $1 returning failures`,
    [subscriber, error, backoff.firstMs, backoff.maxMs],
  )
  return row?.failures ?? 0
}

/** How many events of its kinds each subscriber has before it, numbered or not yet, and how many it gave up. Two counts, each by its index: the log itself is long. */
export const lagOf = (sql: Sql, subscribers: readonly Subscriber[]): Promise<{ subscriber: string; behind: number; dead: number }[]> =>
  sql(
    `select s.name as subscriber,
            (select count(*)::int from outbox o where o.seq > c.seq and o.type in (select jsonb_array_elements_text(s.types)))
            + (select count(*)::int from outbox o where o.seq is null and o.type in (select jsonb_array_elements_text(s.types))) as behind,
            (select count(*)::int from dead_events d where d.subscriber = s.name) as dead
       from jsonb_to_recordset($1::jsonb) as s(name text, types jsonb) join event_cursors c on c.subscriber = s.name`,
    [JSON.stringify(subscribers.map(({ name, types }) => ({ name, types })))],
  )
