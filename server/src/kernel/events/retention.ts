import type { Db } from '../db.ts'

/**
 * Forgets events by age, once every subscriber has handled them, and old idempotency keys: what is kept does not grow with
 * time. Clients that were away for longer are told to read their pages again. Only cursors of subscribers that exist hold
 * events back: one that a release took away does not keep them for ever.
 */
export async function forgetOld(db: Pick<Db, 'sql'>, subscribers: readonly string[]): Promise<void> {
  await db.sql(
    `delete from outbox where stamped_at < now() - interval '3 days'
        and seq <= (select coalesce(min(c.seq), (select seq from outbox_head)) from event_cursors c where c.subscriber = any($1))`,
    [subscribers],
  )
  await db.sql(`delete from idempotency_keys where at < app_now() - interval '2 days'`)
}
