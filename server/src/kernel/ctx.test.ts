import type { DomainEvent } from '@corefans/shared/events/index.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { backedBy } from '../testing/backing.ts'
import { useDatabase } from '../testing/database.ts'
import { type Ctx, me, nobody, onBehalfOf, type TransactionSubscribers, transactOn } from './ctx.ts'
import { http } from './problems.ts'

const database = useDatabase()
const event: DomainEvent = { type: 'post.published', postId: 'p', authorId: 'a' }
let committed: boolean[]
const within: TransactionSubscribers = new Map()
const transact = <T>(command: (ctx: Ctx) => Promise<T>, caller = nobody) =>
  transactOn(backedBy(database().db), within, (hadEvents) => void committed.push(hadEvents))(caller, command)
const outbox = () => database().db.sql<{ payload: DomainEvent }>('select payload from outbox')
const note = (ctx: Ctx, text: string) => ctx.sql('insert into notes values ($1)', [text])
const notes = async () => (await database().db.sql<{ text: string }>('select text from notes order by text')).map(({ text }) => text)

beforeEach(async () => {
  committed = []
  within.clear()
  await database().db.sql('truncate outbox')
  await database().db.sql('create table if not exists notes (text text primary key)')
  await database().db.sql('truncate notes')
})

describe('a transaction', () => {
  test('keeps its change and its events together, and says afterwards that there were some', async () => {
    const order: string[] = []
    const answer = await transact(async (ctx) => {
      await note(ctx, 'kept')
      await ctx.emit(event)
      ctx.afterCommit(() => void order.push('after'))
      order.push('command')
      return 7
    })
    expect([answer, await notes(), (await outbox()).map(({ payload }) => payload), order, committed]).toEqual([
      7,
      ['kept'],
      [event],
      ['command', 'after'],
      [true],
    ])
  })

  test('that is refused keeps nothing: no change, no event, no job, nothing told', async () => {
    const told: string[] = []
    const refused = transact(async (ctx) => {
      await note(ctx, 'lost')
      await ctx.emit(event)
      await ctx.addJob('anything', {})
      ctx.afterCommit(() => void told.push('after'))
      throw http['not-allowed']()
    })
    await expect(refused).rejects.toMatchObject({ code: 'http/not-allowed' })
    const jobs = await database().db.sql(`select 1 from graphile_worker.jobs`)
    expect([await notes(), await outbox(), jobs, told, committed]).toEqual([[], [], [], [], []])
  })

  test('is refused as a whole by a subscriber that belongs to it', async () => {
    within.set('post.published', [async () => Promise.reject(http['not-allowed']())])
    const refused = transact(async (ctx) => {
      await note(ctx, 'lost')
      await ctx.emit(event)
    })
    await expect(refused).rejects.toMatchObject({ code: 'http/not-allowed' })
    expect([await notes(), await outbox()]).toEqual([[], []])
  })

  test('runs its subscribers at once, and what they emit goes with it', async () => {
    within.set('post.published', [
      async (ctx) => {
        await note(ctx, 'by the subscriber')
        await ctx.emit({ type: 'profile.edited', accountId: 'a' } as DomainEvent)
      },
    ])
    const seen = await transact(async (ctx) => {
      await ctx.emit(event)
      return (await ctx.sql('select 1 from notes')).length
    })
    expect([seen, (await outbox()).map(({ payload }) => payload.type).sort()]).toEqual([1, ['post.published', 'profile.edited']])
  })

  test.each(['40001', '40P01'])('that PostgreSQL asks to try again (%s) is tried again, and its events are kept once', async (code) => {
    let tries = 0
    await transact(async (ctx) => {
      tries += 1
      await ctx.emit(event)
      if (tries < 3) await ctx.sql(`do $$ begin raise exception 'again' using errcode = '${code}'; end $$`)
      await note(ctx, `try ${tries}`)
    })
    expect([tries, await notes(), (await outbox()).length]).toEqual([3, ['try 3'], 1])
  })

  test('that never succeeds is given up after five tries; another failure is not tried again', async () => {
    let tries = 0
    const failing = (code: string) =>
      transact(async (ctx) => {
        tries += 1
        await ctx.sql(`do $$ begin raise exception 'no' using errcode = '${code}'; end $$`)
      })
    await expect(failing('40001')).rejects.toMatchObject({ code: '40001' })
    expect(tries).toBe(5)
    await expect(failing('22012')).rejects.toMatchObject({ code: '22012' })
    expect(tries).toBe(6)
  })

  test('two that would wait for each other both come through', async () => {
    await transact(async (ctx) => {
      await note(ctx, 'a')
      await note(ctx, 'b')
    })
    const lock = (first: string, second: string) =>
      transact(async (ctx) => {
        await ctx.sql('select 1 from notes where text = $1 for update', [first])
        await new Promise((done) => setTimeout(done, 50))
        await ctx.sql('select 1 from notes where text = $1 for update', [second])
        return 'through'
      })
    expect(await Promise.all([lock('a', 'b'), lock('b', 'a')])).toEqual(['through', 'through'])
  })

  test('gives its connection back after a failure, however many there are', async () => {
    const failures = Array.from({ length: 60 }, () => transact(async (ctx) => void (await ctx.sql('select 1 / 0'))))
    expect((await Promise.allSettled(failures)).every(({ status }) => status === 'rejected')).toBe(true)
    expect(await transact(async () => 'here')).toBe('here')
  })
})

describe('what a command knows', () => {
  test('the time is the database’s, one for the whole transaction, and moved by the demo clock alone', async () => {
    const times = await transact(async (ctx) => {
      const [row] = await ctx.sql<{ now: Date }>('select app_now() as now')
      return [ctx.now.getTime(), row?.now.getTime()]
    })
    expect(times[0]).toBe(times[1])
    const then = new Date('2026-01-01T00:00:00Z')
    expect(await transact(async ({ now }) => now, onBehalfOf('a', then))).toEqual(then)
  })

  test('who calls, or that somebody must sign in', async () => {
    expect(await transact(async (ctx) => me(ctx), onBehalfOf('maya'))).toBe('maya')
    await expect(transact(async (ctx) => me(ctx))).rejects.toMatchObject({ code: 'http/sign-in-required', status: 401 })
  })

  test('a job has a place of its own: a later one with the same key replaces it', async () => {
    const runAt = new Date('2030-01-01T00:00:00Z')
    await transact(async (ctx) => {
      await ctx.addJob('close-poll', { pollId: 'first' }, { key: 'poll:1', runAt })
      await ctx.addJob('close-poll', { pollId: 'second' }, { key: 'poll:1', runAt })
    })
    const jobs = await database().db.sql<{ payload: object; run_at: Date }>(
      `select j.payload, k.run_at from graphile_worker._private_jobs j join graphile_worker.jobs k using (id) where k.key = 'poll:1'`,
    )
    expect(jobs).toEqual([{ payload: { pollId: 'second' }, run_at: runAt }])
  })
})
