import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, type Runner, run, type WorkerEvents } from 'graphile-worker'
import { type Backing, nobody, readOn, type Transact } from '../ctx.ts'
import type { Db } from '../db.ts'
import type { Cron, JobHandler, RegisteredWork } from './types.ts'

export type Workers = { stop: () => Promise<void>; settled: () => Promise<void> }
type Deps = Backing & {
  transact: Transact
  jobs: ReadonlyMap<string, JobHandler>
  works: readonly RegisteredWork[]
  crons: readonly Cron[]
  /** Told before a worker takes its first job under a name. */
  takesJobsAs: (worker: string) => Promise<void>
  onError: (err: unknown, what: string) => void
}
type TaskList = Record<string, (payload: unknown) => Promise<void>>

const jobsAtOnce = 2
const worksAtOnce = 4
/** Work that is told to stop has this long to end by itself. */
const stopGraceMs = 5_000

/**
 * Starts the workers. Jobs are commands in one transaction; work is long and has workers of its own, so that it never
 * keeps a job waiting; periodic tasks run once per database and not per process. All are tried again with backoff.
 */
export async function startWorkers(deps: Deps): Promise<Workers> {
  const stopping = new AbortController()
  const jobs: TaskList = Object.fromEntries([
    ...[...deps.jobs].map(([name, handle]) => [name, (payload: unknown) => deps.transact(nobody, (ctx) => handle(ctx, payload as never))]),
    ...deps.crons.map(({ name, run: tick }) => [name, () => tick()]),
  ])
  const works: TaskList = Object.fromEntries(deps.works.map((work) => [work.name, workTask(deps, work, stopping.signal)]))
  const crons = parseCronItems(
    deps.crons.map(({ name, crontab }) => ({ task: name, match: crontab, identifier: name, options: { maxAttempts: 1 } })),
  )
  const runners = [await startRunner(deps, jobs, { concurrency: jobsAtOnce, crons })]
  if (deps.works.length > 0) runners.push(await startRunner(deps, works, { concurrency: worksAtOnce, crons: [] }))
  return {
    stop: async () => {
      stopping.abort(new Error('the process stops'))
      await Promise.all(runners.map((runner) => runner.stop()))
    },
    settled: () => settled(deps.db, [...Object.keys(jobs), ...Object.keys(works)]),
  }
}

function startRunner(
  deps: Deps,
  taskList: TaskList,
  { concurrency, crons }: { concurrency: number; crons: ReturnType<typeof parseCronItems> },
): Promise<Runner> {
  const events = new EventEmitter() as WorkerEvents
  events.on('worker:create', ({ worker }) => {
    deps.takesJobsAs(worker.workerId).catch((err: unknown) => deps.onError(err, 'worker'))
  })
  const logger = new Logger(() => (level, message, meta) => {
    if (level === 'error') deps.onError(meta?.error ?? new Error(message), 'job')
  })
  return run({
    pgPool: deps.db.pool,
    taskList,
    parsedCronItems: crons,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1_000,
    gracefulShutdownAbortTimeout: stopGraceMs,
    events,
    logger,
  })
}

/** One try of a work: its signal is aborted when the time is over or the process stops, and the try has then failed. */
function workTask(deps: Deps, { name, options, run: work }: RegisteredWork, stopping: AbortSignal): (payload: unknown) => Promise<void> {
  return async (payload) => {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(options.timeoutMs)])
    const cut = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error(`${name} was cut off`, { cause: signal.reason })), { once: true })
    })
    const read = readOn(deps, nobody)
    await Promise.race([work(payload as never, { read, transact: deps.transact, signal }), cut])
  }
}

/** Until nothing of these tasks is due that could still succeed. */
async function settled(db: Db, tasks: readonly string[]): Promise<void> {
  for (;;) {
    const [due] = await db.sql<{ n: number }>(
      `select count(*)::int as n from graphile_worker.jobs where task_identifier = any($1) and run_at <= now() and attempts < max_attempts`,
      [tasks],
    )
    if (!due || due.n === 0) return
    await new Promise((done) => setTimeout(done, 20))
  }
}
