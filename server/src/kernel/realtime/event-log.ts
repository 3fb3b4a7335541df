import type { DomainEvent } from '@corefans/shared/events/index.ts'
import { wireView } from '@corefans/shared/events/wire.ts'
import type { Db } from '../db.ts'
import { encode } from './socket.ts'

const maxReplay = 500
export type LogRow = { seq: number; payload: DomainEvent; topics: string[] }

/** Stamped events after one sequence number, up to another, in order. */
export const eventsBetween = (db: Db, after: number, upTo: number): Promise<LogRow[]> =>
  db.sql<LogRow>('select seq, payload, topics from outbox where seq > $1 and seq <= $2 order by seq', [after, upTo])

/** What one topic hears of an event: its wire view, never the event itself; null where it hears nothing. */
export function eventFrame({ seq, payload }: LogRow, topic: string): Buffer | null {
  const event = wireView(payload, topic)
  return event && encode({ type: 'event', seq, topic, event })
}

/** The frames that topics missed between two sequence numbers, or one `reset` when that is too long ago or too much. */
export async function missedFrames(db: Db, topics: readonly string[], since: number, upTo: number): Promise<Buffer[]> {
  const [oldest] = await db.sql<{ seq: number | null }>('select min(seq) as seq from outbox where seq is not null')
  if (oldest && oldest.seq !== null && oldest.seq > since + 1) return [encode({ type: 'reset' })]
  const rows = await db.sql<LogRow>(
    `select seq, payload, topics from outbox where seq > $1 and seq <= $2 and topics && $3 order by seq limit ${maxReplay + 1}`,
    [since, upTo, topics],
  )
  if (rows.length > maxReplay) return [encode({ type: 'reset' })]
  return rows.flatMap((row) => row.topics.filter((topic) => topics.includes(topic)).flatMap((topic) => eventFrame(row, topic) ?? []))
}
