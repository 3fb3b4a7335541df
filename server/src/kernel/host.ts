import type { Bus } from './bus.ts'
import type { Config } from './config.ts'
import type { Read, SubscribeInTransaction, Transact } from './ctx.ts'
import type { Db } from './db.ts'
import type { Subscribe } from './events/cursors.ts'
import type { Mount } from './http/mount.ts'
import type { Hydrate } from './hydration.ts'
import type { ChainPort } from './ports/chain.ts'
import type { ChainSubscriber } from './ports/chain-subscriber.ts'
import type { Presence } from './realtime/gateway.ts'
import type { TopicGuard } from './realtime/topics.ts'
import type { DefineWork, JobHandler } from './work/types.ts'

export type Recount = (read: Pick<Read, 'sql'>, accountIds: readonly string[]) => Promise<Map<string, Record<string, number>>>

/** What a module is given to install itself: it registers routes, subscribers, jobs and topics, and nothing else. */
export type Host = {
  config: Config
  db: Db
  transact: Transact
  bus: Bus
  chain: ChainPort
  onChain: (subscriber: ChainSubscriber) => void
  mount: Mount
  /** Subscribes to events after their commit: each is handled once, in order, in a transaction of its own. */
  onCommitted: Subscribe
  /** Subscribes to events in the transaction that emits them: what one refuses, the whole command refuses. */
  onInTransaction: SubscribeInTransaction
  job: (name: string, handle: JobHandler) => void
  /** Long work that is no transaction: asked for within a command, done by a worker, cut off after its time. */
  work: DefineWork
  /** Runs at the minutes that a crontab names, once for all processes of a database. */
  cron: (name: string, crontab: string, run: () => Promise<void>) => void
  /** Runs every so many seconds in each process: only for what that process alone knows. */
  perProcess: (seconds: number, name: string, run: () => Promise<void>) => void
  /** Runs every so many seconds in the one process that follows the chain. */
  whileLeading: (seconds: number, name: string, run: () => Promise<void>) => void
  /** This process among those that are alive; null until it runs. */
  processId: () => string | null
  topic: (kind: string, mayHear: TopicGuard) => void
  presence: (presence: Presence) => void
  /** A module that moves counters of accounts also says how to count them anew; the reconciler compares. */
  recount: (recount: Recount) => void
  recounts: readonly Recount[]
  /** A module that adds to the view of subjects says how; whoever shows subjects asks all, by many ids and in one turn. */
  hydrates: (hydrate: Hydrate) => void
  hydrators: readonly Hydrate[]
  onBus: Bus['onMessage']
  log: { error: (err: unknown, what: string) => void }
}
