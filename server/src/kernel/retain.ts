import type { Db } from './db.ts'

const keptEvents = 20_000

/** Forgets delivered events that no client can still ask for, and old keys: what is kept does not grow with time. */
export async function forgetOld(db: Db): Promise<void> {
  await db.sql(`delete from outbox where delivered_at < now() - interval '1 hour' and seq < (select seq from outbox_head) - ${keptEvents}`)
  await db.sql(`delete from event_deliveries where at < now() - interval '1 day'`)
  await db.sql(`delete from idempotency_keys where at < app_now() - interval '2 days'`)
}
