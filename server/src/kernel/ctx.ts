import type { DomainEvent, EventOf, EventType } from '@corefans/shared/events/index.ts'
import type { PoolClient } from 'pg'
import { asOutage, type Db, type Sql, sqlOn } from './db.ts'
import { recordEvents } from './events/outbox.ts'
import type { ChainPort } from './ports/chain.ts'
import { http } from './problems.ts'
import { asRefusal } from './violations.ts'

/** What the browser's cookie holds from now on, and whose it is. */
export type OpenedSession = { token: string; account: string }

/** Who asks, from where. `account` is null for a visitor. `at` is for writing a demo world's history only: the command runs as if then. */
export type Caller = {
  account: string | null
  /** The person who calls, when `account` is one that they only help to run. */
  member?: string
  session: string | null
  address: string
  device: string
  setSession: (session: OpenedSession | null) => void
  at?: Date
}

/** Everything a query may touch; `chain` is the one this CoreFans lives on. */
export type Read = { sql: Sql; chain: ChainPort; actor: string | null; caller: Caller }

/** Everything a command may touch: one transaction, who asks, what time it is, and ways to tell others. */
export type Ctx = Read & {
  /** Database time at transaction start plus the demo offset; nothing else reads a clock. */
  now: Date
  /** Published after commit if and only if the change is kept; `onInTransaction` subscribers run at once, in this transaction. */
  emit: (event: DomainEvent) => Promise<void>
  /** Runs at `runAt` (now when absent) if this transaction commits; a later call with the same key replaces the earlier. Jobs of one queue run one after another. */
  addJob: (name: string, payload: object, options?: { runAt?: Date; key?: string; queue?: string }) => Promise<void>
  /** For what must not happen unless the change is kept and may be lost when the process dies: caches, wake-ups. */
  afterCommit: (then: () => void) => void
}

export const nobody: Caller = { account: null, session: null, address: 'internal', device: 'internal', setSession: () => {} }
export const onBehalfOf = (account: string, at?: Date): Caller => ({ ...nobody, account, ...(at ? { at } : {}) })

/** The database and the chain behind every read and transaction. */
export type Backing = { db: Db; chain: ChainPort }

/** What a query of this caller may touch, outside of a transaction. */
export const readOn = ({ db, chain }: { db: Pick<Db, 'sql'>; chain: ChainPort }, caller: Caller): Read => ({
  sql: db.sql,
  chain,
  actor: caller.account,
  caller,
})

/** The signed-in account, or http/sign-in-required. */
export function me(ctx: Pick<Read, 'actor'>): string {
  if (!ctx.actor) throw http['sign-in-required']()
  return ctx.actor
}

type Within<T extends EventType = EventType> = (ctx: Ctx, event: EventOf<T>) => Promise<void>
/** Subscribers that belong to the emitter's own transaction: what one refuses, the whole command refuses. */
export type TransactionSubscribers = Map<EventType, Within[]>
export type SubscribeInTransaction = <T extends EventType>(type: T, handle: Within<T>) => void

export type Transact = <T>(caller: Caller, command: (ctx: Ctx) => Promise<T>) => Promise<T>

const serializationFailure = '40001'
const deadlockDetected = '40P01'
const mayRetry = (err: unknown) => [serializationFailure, deadlockDetected].includes((err as { code?: string } | null)?.code ?? '')

/** Runs one command in one transaction; its domain events are kept if and only if the change is. Retries what PostgreSQL asks to retry. */
export function transactOn(on: Backing, within: TransactionSubscribers, committed: (hadEvents: boolean) => void): Transact {
  return async (caller, command) => {
    for (let attempt = 1; ; attempt++) {
      try {
        const done = await once(on, within, caller, command)
        committed(done.hadEvents)
        return done.result
      } catch (err) {
        if (!mayRetry(err) || attempt === 5) throw asRefusal(asOutage(err))
        await new Promise((done) => setTimeout(done, 5 * attempt * attempt))
      }
    }
  }
}

async function once<T>(
  { db, chain }: Backing,
  within: TransactionSubscribers,
  caller: Caller,
  command: (ctx: Ctx) => Promise<T>,
): Promise<{ result: T; hadEvents: boolean }> {
  const client = await db.pool.connect().catch((err: unknown) => Promise.reject(asOutage(err)))
  let broken = true
  try {
    const begun = (await client.query('begin; select app_now() as now')) as unknown as [unknown, { rows: [{ now: Date }] }]
    const open = ctxOn({ sql: sqlOn(client), chain, actor: caller.account, caller }, within, caller.at ?? begun[1].rows[0].now)
    let result: T
    try {
      result = await command(open.ctx)
      await commit(client, open.flush())
    } catch (err) {
      await client.query('rollback')
      broken = false
      throw err
    }
    broken = false
    for (const then of open.after) then()
    return { result, hadEvents: open.events.length > 0 }
  } finally {
    client.release(broken)
  }
}

/** Events and commit leave in one write. A commit after a refused statement is a rollback, and says so only in its answer. */
async function commit(client: PoolClient, flushed: Promise<void> | undefined): Promise<void> {
  const [ended] = await Promise.all([client.query('commit'), flushed])
  if (ended.command !== 'COMMIT') throw new Error('a statement of this transaction was refused, and its command went on')
}

function ctxOn(read: Read, within: TransactionSubscribers, now: Date) {
  const { sql } = read
  const events: DomainEvent[] = []
  const after: (() => void)[] = []
  const ctx: Ctx = {
    ...read,
    now,
    emit: async (event) => {
      for (const handle of within.get(event.type) ?? []) await handle(ctx, event)
      events.push(event)
    },
    addJob: async (name, payload, { runAt, key, queue } = {}) => {
      // Jobs run by the database's own clock, so a time of ours is moved back by the demo offset.
      await sql(
        `select graphile_worker.add_job($1, $2::json, run_at => coalesce($3::timestamptz - (select offset_ms from demo_clock) * interval '1 millisecond', now()), job_key => $4, queue_name => $5)`,
        [name, JSON.stringify(payload), runAt ?? null, key ?? null, queue ?? null],
      )
    },
    afterCommit: (then) => void after.push(then),
  }
  return { ctx, after, events, flush: () => (events.length ? recordEvents(sql, events, now) : undefined) }
}
