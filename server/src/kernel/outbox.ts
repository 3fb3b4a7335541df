/**
 * The relay of domain events.
 * 1. stamp: rows without a seq get the next numbers, single file behind the lock of outbox_head, in commit order
 * 2. announce: the bus tells every process how far the log has grown
 * 3. deliver: each subscriber handles each event once, in a transaction of its own with the key (subscriber, event)
 * A crash anywhere repeats a step; a subscriber that fails is tried again with the rest of its batch intact.
 */
import type { DomainEvent, EventOf, EventType } from '@corefans/shared/events/index.ts'
import type { Bus } from './bus.ts'
import { type Ctx, nobody, type Transact } from './ctx.ts'
import type { Db } from './db.ts'

export type Subscriber = { name: string; types: readonly EventType[]; handle: (ctx: Ctx, event: DomainEvent) => Promise<void> }
export type Subscribe = <T extends EventType>(
  name: string,
  types: readonly T[],
  handle: (ctx: Ctx, event: EventOf<T>) => Promise<void>,
) => void

export type OutboxRow = { event_id: string; payload: DomainEvent; seq: number }
export type Relay = { wake: () => void; stop: () => Promise<void>; settled: () => Promise<void> }

const batch = 500
const maxAttempts = 20
const pollMs = 1_000

export function startRelay(deps: {
  db: Db
  transact: Transact
  bus: Bus
  subscribers: readonly Subscriber[]
  onError: (err: unknown, what: string) => void
}): Relay {
  let stopped = false
  let again = false
  let running: Promise<void> | null = null

  const work = async () => {
    do {
      again = false
      const stamped = await stamp(deps.db)
      if (stamped > 0) deps.bus.publish({ kind: 'events', upTo: stamped })
      if ((await deliver(deps)) || stamped > 0) again = true
    } while (again && !stopped)
  }
  const wake = () => {
    again = true
    if (stopped || running) return
    running = work()
      .catch((err: unknown) => deps.onError(err, 'relay'))
      .finally(() => {
        running = null
      })
  }
  const timer = setInterval(wake, pollMs)
  wake()
  return {
    wake,
    settled: async () => {
      while (running) await running
    },
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}

/** The newest sequence number when rows were stamped, 0 when there was nothing to do. */
async function stamp(db: Db): Promise<number> {
  const [row] = await db.sql<{ upTo: number }>(
    `with head as (select seq from outbox_head for update),
          due as (select id, row_number() over (order by id) as n from (select id from outbox where seq is null order by id limit ${batch}) o),
          moved as (update outbox_head set seq = outbox_head.seq + (select count(*) from due) from head where exists (select from due) returning outbox_head.seq),
          stamped as (update outbox set seq = head.seq + due.n from due, head where outbox.id = due.id and outbox.seq is null returning 1)
     select (select seq from moved) as "upTo" where (select count(*) from stamped) > 0`,
  )
  return row?.upTo ?? 0
}

async function deliver(deps: {
  db: Db
  transact: Transact
  subscribers: readonly Subscriber[]
  onError: (err: unknown, what: string) => void
}): Promise<boolean> {
  const due = await deps.db.sql<OutboxRow>(
    `update outbox set attempts = attempts + 1
      where id in (select id from outbox where seq is not null and delivered_at is null and attempts < ${maxAttempts}
                    order by id limit ${batch} for update skip locked)
      returning event_id, payload, seq`,
  )
  if (due.length === 0) return false
  due.sort((a, b) => a.seq - b.seq)
  const failed = new Set<string>()
  for (const subscriber of deps.subscribers) {
    const wanted = due.filter((row) => subscriber.types.includes(row.payload.type))
    if (wanted.length === 0) continue
    await handleAll(deps, subscriber, wanted).catch(async () => {
      for (const row of wanted)
        await handleAll(deps, subscriber, [row]).catch((err: unknown) => {
          failed.add(row.event_id)
          deps.onError(err, `${subscriber.name} on ${row.payload.type}`)
        })
    })
  }
  const done = due.filter((row) => !failed.has(row.event_id)).map((row) => row.event_id)
  await deps.db.sql(`update outbox set delivered_at = now() where event_id = any($1)`, [done])
  return failed.size === 0
}

const handleAll = (deps: { transact: Transact }, subscriber: Subscriber, rows: readonly OutboxRow[]): Promise<void> =>
  deps.transact(nobody, async (ctx) => {
    const fresh = await ctx.sql<{ event_id: string }>(
      `insert into event_deliveries (subscriber, event_id) select $1, e from unnest($2::uuid[]) e on conflict do nothing returning event_id`,
      [subscriber.name, rows.map((row) => row.event_id)],
    )
    const wanted = new Set(fresh.map((row) => row.event_id))
    for (const row of rows) if (wanted.has(row.event_id)) await subscriber.handle(ctx, row.payload)
  })
