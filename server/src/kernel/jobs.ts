import { Logger, type Runner, run } from 'graphile-worker'
import { type Ctx, nobody, type Transact } from './ctx.ts'
import type { Db } from './db.ts'

export type JobHandler = (ctx: Ctx, payload: never) => Promise<void>
export type Jobs = { stop: () => Promise<void>; settled: () => Promise<void> }

/** Starts the workers: every job is one command in one transaction, tried again with backoff until it succeeds. */
export async function startJobs(deps: {
  db: Db
  transact: Transact
  handlers: ReadonlyMap<string, JobHandler>
  onError: (err: unknown, what: string) => void
}): Promise<Jobs> {
  const taskList = Object.fromEntries(
    [...deps.handlers].map(([name, handle]) => [name, (payload: unknown) => deps.transact(nobody, (ctx) => handle(ctx, payload as never))]),
  )
  const logger = new Logger(() => (level, message, meta) => {
    if (level === 'error') deps.onError(meta?.error ?? new Error(message), 'job')
  })
  const runner: Runner = await run({ pgPool: deps.db.pool, taskList, concurrency: 2, noHandleSignals: true, pollInterval: 1_000, logger })
  return {
    stop: () => runner.stop(),
    settled: async () => {
      for (;;) {
        const [due] = await deps.db.sql<{ n: number }>(
          `select count(*)::int as n from graphile_worker.jobs where run_at <= now() and attempts < max_attempts`,
        )
        if (!due || due.n === 0) return
        await new Promise((done) => setTimeout(done, 20))
      }
    },
  }
}
