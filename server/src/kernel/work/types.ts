import type { Ctx, Read, Transact } from '../ctx.ts'

/** A job: one command in one transaction. */
export type JobHandler = (ctx: Ctx, payload: never) => Promise<void>

/** What work may touch: it is no transaction, and opens one only to keep what it made. */
export type Working = {
  read: Read
  transact: Transact
  /** Aborted when the time is over or the process stops; work that is cut off is tried again from its beginning. */
  signal: AbortSignal
}
export type WorkOptions = {
  /** Works of one queue share its places. */
  queue: string
  /** How many of the queue run at once, over all processes. */
  concurrency: number
  /** After this long the signal is aborted and the try has failed. */
  timeoutMs: number
}
export type WorkHandler<Payload extends object> = (payload: Payload, working: Working) => Promise<void>

/** Long work that one asks for within a command: it begins after the commit, if there is one. */
export type Work<Payload extends object> = {
  enqueue: (ctx: Ctx, payload: Payload, options?: { runAt?: Date; key?: string }) => Promise<void>
}
export type DefineWork = <Payload extends object>(name: string, options: WorkOptions, run: WorkHandler<Payload>) => Work<Payload>

export type RegisteredWork = { name: string; options: WorkOptions; run: WorkHandler<never> }
export type Cron = { name: string; crontab: string; run: () => Promise<void> }
