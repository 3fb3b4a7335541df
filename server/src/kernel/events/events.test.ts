import type { DomainEvent } from '@corefans/shared/events/index.ts'
import { afterEach, expect, test } from 'vitest'
import { backedBy } from '../../testing/backing.ts'
import { useDatabase } from '../../testing/database.ts'
import { type Bus, notifyBus } from '../bus.ts'
import { nobody, type Transact, transactOn } from '../ctx.ts'
import { openDb } from '../db.ts'
import type { Subscriber } from './cursors.ts'
import { askReplay, deadEvents } from './dead-letters.ts'
import { type Relay, startRelay } from './relay.ts'
import { forgetOld } from './retention.ts'

const database = useDatabase()
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  await database().db.sql('truncate outbox, event_cursors, dead_events')
})

const posted = (n: number): DomainEvent => ({ type: 'post.published', postId: String(n), authorId: 'a' })
const numberOf = (event: DomainEvent) => Number((event as { postId: string }).postId)
const retry = { attempts: 4, firstMs: 1, maxMs: 5 }

async function process(subscribers: readonly Omit<Subscriber, 'types' | 'begin'>[], begin: Subscriber['begin'] = 'now') {
  const { db, url } = database()
  const own = openDb(url)
  const bus: Bus = await notifyBus(url, () => {})
  const live: { relay: Relay | null } = { relay: null }
  const transact = transactOn(backedBy(own), new Map(), () => live.relay?.wake())
  const relay = await startRelay({
    db,
    transact,
    bus,
    subscribers: subscribers.map((one) => ({ ...one, types: ['post.published'], begin })),
    delivers: true,
    retry,
    onError: () => {},
  })
  live.relay = relay
  const stop = async () => {
    await relay.stop()
    await bus.stop()
    await own.close()
  }
  closing.push(stop)
  return { transact, relay }
}
const emitAll = (transact: Transact, from: number, to: number) =>
  transact(nobody, async (ctx) => {
    for (let n = from; n <= to; n++) await ctx.emit(posted(n))
  })
const caughtUp = async ({ lag }: Relay, except: readonly string[] = []) =>
  expect
    .poll(async () => (await lag()).filter(({ subscriber }) => !except.includes(subscriber)).every(({ behind }) => behind === 0), {
      timeout: 30_000,
      interval: 20,
    })
    .toBe(true)
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

test('C1 a subscriber that fails while others go on loses nothing: its events come later, once and in order', async () => {
  let isDown = true
  const heard: Record<string, number[]> = { weak: [], strong: [] }
  const { transact, relay } = await process([
    {
      name: 'weak',
      handle: async (ctx, event) => {
        if (isDown) throw new Error('down')
        ctx.afterCommit(() => heard.weak?.push(numberOf(event)))
      },
    },
    { name: 'strong', handle: async (ctx, event) => ctx.afterCommit(() => heard.strong?.push(numberOf(event))) },
  ])
  // Every commit wakes the relay: 30 wakes are more tries than the old outbox had before it gave up.
  for (const n of range(1, 30)) {
    await emitAll(transact, n, n)
    await caughtUp(relay, ['weak'])
  }
  isDown = false
  await expect.poll(async () => (await deadEvents(database().db.sql)).length + (heard.weak?.length ?? 0), { timeout: 30_000 }).toBe(30)
  await askReplay(database().db.sql, 'weak', null)
  await expect.poll(() => heard.weak?.length, { timeout: 30_000 }).toBe(30)
  expect(heard.strong).toEqual(range(1, 30))
  expect([...(heard.weak ?? [])].sort((a, b) => a - b)).toEqual(range(1, 30))
})

test('C1 an event that can never be handled is set aside with its error; those behind it come in order; a replay handles it', async () => {
  const heard: number[] = []
  let isMended = false
  const { transact, relay } = await process([
    {
      name: 'picky',
      handle: async (ctx, event) => {
        if (numberOf(event) === 3 && !isMended) throw new Error('not a three')
        ctx.afterCommit(() => heard.push(numberOf(event)))
      },
    },
  ])
  await emitAll(transact, 1, 6)
  await caughtUp(relay)
  expect(heard).toEqual([1, 2, 4, 5, 6])
  expect(await deadEvents(database().db.sql)).toMatchObject([
    { subscriber: 'picky', attempts: 4, error: 'Error: not a three', isDue: false },
  ])
  isMended = true
  expect(await askReplay(database().db.sql, 'picky', null)).toBe(1)
  await expect.poll(() => heard, { timeout: 30_000 }).toEqual([1, 2, 4, 5, 6, 3])
  expect(await deadEvents(database().db.sql)).toEqual([])
})

test('C1 a subscriber that hangs holds nobody but itself', async () => {
  const heard: number[] = []
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const { transact, relay } = await process([
    { name: 'slow', handle: async () => held },
    { name: 'quick', handle: async (ctx, event) => ctx.afterCommit(() => heard.push(numberOf(event))) },
  ])
  await emitAll(transact, 1, 5)
  await caughtUp(relay, ['slow'])
  expect(heard).toEqual(range(1, 5))
  release()
  await caughtUp(relay)
})

test('C1 two processes at once: each event is handled once, in order', async () => {
  const heard: number[] = []
  const subscriber = {
    name: 'shared',
    handle: async (ctx: { afterCommit: (then: () => void) => void }, event: DomainEvent) => {
      ctx.afterCommit(() => heard.push(numberOf(event)))
    },
  }
  const [one, other] = [await process([subscriber]), await process([subscriber])]
  await Promise.all(range(0, 19).map((n) => emitAll(n % 2 ? one.transact : other.transact, n * 10 + 1, n * 10 + 10)))
  await caughtUp(one.relay)
  expect([...heard].sort((a, b) => a - b)).toEqual(range(1, 200))
  const rows = await database().db.sql<{ n: number }>(`select (payload->>'postId')::int as n from outbox order by seq`)
  expect(heard).toEqual(rows.map(({ n }) => n))
})

test('C1 a new subscriber begins with what comes, or with all that is kept, as it asks', async () => {
  const { transact } = await process([])
  await emitAll(transact, 1, 4)
  await expect
    .poll(async () => (await database().db.sql<{ n: number }>('select count(*)::int as n from outbox where seq is null'))[0]?.n)
    .toBe(0)
  const [late, early]: [number[], number[]] = [[], []]
  const hears = (name: string, heard: number[]) => ({
    name,
    handle: async (ctx: { afterCommit: (then: () => void) => void }, event: DomainEvent) => {
      ctx.afterCommit(() => heard.push(numberOf(event)))
    },
  })
  await process([hears('late', late)], 'now')
  const { relay } = await process([hears('early', early)], 'oldest')
  await emitAll(transact, 5, 6)
  await caughtUp(relay)
  await expect.poll(() => late.length, { timeout: 30_000 }).toBe(2)
  expect([late, early]).toEqual([[5, 6], range(1, 6)])
})

test('C1 events are kept by age, and none that a subscriber has still before it is forgotten', async () => {
  const { db } = database()
  const { transact, relay } = await process([{ name: 'done', handle: async () => {} }])
  await emitAll(transact, 1, 4)
  await caughtUp(relay)
  const [head] = await db.sql<{ seq: number }>('select seq from outbox_head')
  const seq = head?.seq ?? 0
  await db.sql(`insert into event_cursors (subscriber, seq) values ('behind', $1), ('gone', 0)`, [seq - 2])
  await db.sql(`update outbox set stamped_at = now() - interval '4 days' where seq < $1`, [seq])
  const left = async () => (await db.sql<{ n: number }>('select count(*)::int as n from outbox'))[0]?.n
  await forgetOld(db, ['done', 'behind'])
  expect(await left()).toBe(2)
  await forgetOld(db, ['done'])
  expect(await left()).toBe(1)
})

test('C1 a subscriber whose events are rare follows the log in steps, so that it holds back nothing for ever', async () => {
  const { db } = database()
  const { transact, relay } = await process([{ name: 'rare', handle: async () => {} }])
  const before = (await db.sql<{ seq: number }>('select seq from outbox_head'))[0]?.seq ?? 0
  for (let n = 0; n < 6; n++)
    await transact(nobody, async (ctx) => {
      for (let i = 0; i < 400; i++) await ctx.emit({ type: 'post.edited', postId: 'p', authorId: 'a' })
    })
  await caughtUp(relay)
  const seqOf = async () => (await db.sql<{ seq: number }>(`select seq from event_cursors where subscriber = 'rare'`))[0]?.seq ?? 0
  await expect.poll(seqOf, { timeout: 30_000 }).toBeGreaterThanOrEqual(before + 1_000)
})
