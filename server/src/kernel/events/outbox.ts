import type { DomainEvent, EventType } from '@corefans/shared/events/index.ts'
import { topicsOf } from '@corefans/shared/events/wire.ts'
import type { Sql } from '../db.ts'

/** Numbers just given to events: all in (from, upTo], and which kinds are among them. */
export type Stamped = { from: number; upTo: number; types: EventType[] }

const stampedAtOnce = 500

/** Writes events in the transaction of what they tell of: they are kept if and only if it is. */
export async function recordEvents(sql: Sql, events: readonly DomainEvent[], now: Date): Promise<void> {
  await sql(
    `insert into outbox (type, payload, topics, at)
     select e->>'type', e->'event', array(select jsonb_array_elements_text(e->'topics')), $2
       from jsonb_array_elements($1::jsonb) e`,
    [JSON.stringify(events.map((event) => ({ type: event.type, event, topics: topicsOf(event) }))), now],
  )
}

/**
 * Gives committed events the next numbers, single file behind the lock of outbox_head, so that whoever reads past a number
 * never misses a late commit. Null when there was nothing to number; `isFull`: there may be more than were numbered at once.
 */
export async function stampEvents(sql: Sql): Promise<{ stamped: Stamped | null; isFull: boolean }> {
  const [row] = await sql<Stamped>(
    `with head as (select seq from outbox_head for update),
          due as (select id, row_number() over (order by id) as n from (select id from outbox where seq is null order by id limit ${stampedAtOnce}) o),
          moved as (update outbox_head set seq = outbox_head.seq + (select count(*) from due) from head where exists (select from due) returning outbox_head.seq),
          stamped as (update outbox set seq = head.seq + due.n, stamped_at = now() from due, head where outbox.id = due.id and outbox.seq is null returning outbox.type)
     select head.seq as "from", (select seq from moved) as "upTo", (select array_agg(distinct type) from stamped) as types
       from head where exists (select from stamped)`,
  )
  return { stamped: row ?? null, isFull: row !== undefined && row.upTo - row.from >= stampedAtOnce }
}

/** The newest number. */
export const headOf = async (sql: Sql): Promise<number> => (await sql<{ seq: number }>('select seq from outbox_head'))[0]?.seq ?? 0
