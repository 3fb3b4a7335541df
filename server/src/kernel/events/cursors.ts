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
    `select seq, failures, ${isWaiting} as "isWaiting" from event_cursors where subscriber = $1 for update skip locked`,
    [subscriber],
  )
  return row ?? null
}

const isWaiting = `coalesce(retry_at > clock_timestamp(), false)`
/** `scannedTo`: no event of its kinds stands between the cursor and here. Up to `singleUntil` they are taken one at a time. */
export type Reach = { scannedTo: number; singleUntil: number; upTo: number; limit: number }

/**
 * The same, together with the subscriber's next events in order; none while it waits, and one at a time after a failure.
 * What stands up to `upTo` was committed before this was asked, so one statement sees the newest cursor and all of them.
 */
export async function takeEvents(
  sql: Sql,
  { name, types }: Pick<Subscriber, 'name' | 'types'>,
  { scannedTo, singleUntil, upTo, limit }: Reach,
): Promise<{ cursor: Cursor; entries: LogEntry[]; limit: number } | null> {
  const rows = await sql<Cursor & { limit: number; at: number | null; eventId: string; payload: DomainEvent }>(
    `select c.seq, c.failures, c."isWaiting", c."limit", e.seq as at, e.event_id as "eventId", e.payload
       from (select *, case when failures > 0 or "from" < $4 then 1 else $6 end as "limit"
               from (select seq, failures, ${isWaiting} as "isWaiting", greatest(seq, $3) as "from" from event_cursors where subscriber = $1 for update skip locked) f) c
       left join lateral (select seq, event_id, payload from outbox where seq > c."from" and seq <= $5 and type = any($2) order by seq limit c."limit") e on not c."isWaiting"`,
    [name, types, scannedTo, singleUntil, upTo, limit],
  )
  const [first] = rows
  if (!first) return null
  const entries = rows.flatMap(({ at, eventId, payload }) => (at === null ? [] : [{ seq: at, eventId, payload }]))
  return { cursor: first, entries, limit: first.limit }
}

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
