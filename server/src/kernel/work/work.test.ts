import { afterEach, expect, test } from 'vitest'
import { backedBy } from '../../testing/backing.ts'
import { useDatabase } from '../../testing/database.ts'
import { nobody, transactOn } from '../ctx.ts'
import { buryProcesses, enterProcess } from '../processes.ts'
import { workRegistry } from './define.ts'
import { startWorkers, type Workers } from './run.ts'
import type { Working } from './types.ts'

const database = useDatabase()
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  await database().db.sql('delete from graphile_worker._private_jobs')
})
const transact = () => transactOn(backedBy(database().db), new Map(), () => {})

async function worker(works: ReturnType<typeof workRegistry>['works'], onError: (err: unknown) => void = () => {}): Promise<Workers> {
  const { db } = database()
  const process = await enterProcess(db, 'worker', onError)
  const workers = await startWorkers({
    ...backedBy(db),
    transact: transact(),
    jobs: new Map(),
    works,
    crons: [],
    takesJobsAs: process.takesJobsAs,
    onError,
  })
  closing.push(async () => {
    await workers.stop()
    await process.leave()
  })
  return workers
}

test('D2 work runs outside any transaction, keeps what it made in its own, and is asked for only if the command is kept', async () => {
  const { db } = database()
  const { define, works } = workRegistry()
  const isInTransaction: boolean[] = []
  const made = define<{ name: string }>(
    'make',
    { queue: 'make', concurrency: 1, timeoutMs: 10_000 },
    async ({ name }, { read, transact: keep }) => {
      const [one] = await read.sql<{ id: string }>('select pg_current_xact_id_if_assigned()::text as id')
      await read.sql(`select set_config('corefans.test', 'x', true)`)
      const [left] = await read.sql<{ value: string }>(`select current_setting('corefans.test', true) as value`)
      isInTransaction.push(one?.id !== null || left?.value === 'x')
      await keep(nobody, (ctx) => ctx.sql(`insert into migrations (name) values ($1)`, [name]))
    },
  )
  const workers = await worker(works)
  await transact()(nobody, (ctx) => made.enqueue(ctx, { name: 'kept' }))
  await expect(
    transact()(nobody, async (ctx) => {
      await made.enqueue(ctx, { name: 'undone' })
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  await workers.settled()
  expect(isInTransaction).toEqual([false])
  expect(await db.sql(`select name from migrations where name in ('kept', 'undone')`)).toEqual([{ name: 'kept' }])
})

test('D2 no more of a queue runs at once than it has places, in all processes together, and all of it is done', async () => {
  const { define, works } = workRegistry()
  const seen = { now: 0, most: 0, done: 0 }
  const slow = define<object>('slow', { queue: 'slow', concurrency: 2, timeoutMs: 10_000 }, async () => {
    seen.now += 1
    seen.most = Math.max(seen.most, seen.now)
    await new Promise((done) => setTimeout(done, 150))
    seen.now -= 1
    seen.done += 1
  })
  await transact()(nobody, async (ctx) => {
    for (let n = 0; n < 12; n++) await slow.enqueue(ctx, {})
  })
  const [one, other] = [await worker(works), await worker(works)]
  await Promise.all([one.settled(), other.settled()])
  expect([seen.most, seen.done]).toEqual([2, 12])
})

test('D2 work whose time is over hears of it by its signal and is tried again; so is what a stopping process had begun', async () => {
  const { define, works } = workRegistry()
  const tries: { aborted: boolean }[] = []
  const endless = define<object>('endless', { queue: 'endless', concurrency: 1, timeoutMs: 50 }, async (_payload, { signal }: Working) => {
    const mine = { aborted: false }
    tries.push(mine)
    if (tries.length > 1) return
    await new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        mine.aborted = true
        resolve()
      })
    })
  })
  await worker(works)
  await transact()(nobody, (ctx) => endless.enqueue(ctx, {}))
  await expect.poll(() => tries.length, { timeout: 30_000 }).toBe(2)
  expect(tries).toEqual([{ aborted: true }, { aborted: false }])
})

test('D3 what a process had begun when it was killed is given to another once its heart has stopped; who lives keeps theirs', async () => {
  const { db } = database()
  const { define, works } = workRegistry()
  const work = define<{ of: string }>('held', { queue: 'held', concurrency: 9, timeoutMs: 10_000 }, async () => {})
  await transact()(nobody, async (ctx) => {
    for (const of of ['dead', 'alive']) await work.enqueue(ctx, { of })
  })
  void works
  const alive = await enterProcess(db, 'worker', () => {})
  closing.push(alive.leave)
  await alive.takesJobsAs('worker-alive')
  await db.sql(
    `update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes', locked_by = 'worker-' || (payload->>'of'), attempts = 1`,
  )
  await db.sql(`insert into processes (role, workers, seen_at) values ('worker', array['worker-dead'], now() - interval '2 minutes')`)
  await buryProcesses(db.sql)
  const locked = await db.sql<{ by: string }>(`select locked_by as by from graphile_worker._private_jobs where locked_by is not null`)
  expect(locked).toEqual([{ by: 'worker-alive' }])
})
