import type { EventType } from '@corefans/shared/events/index.ts'
import type { TransactionSubscribers } from './ctx.ts'
import type { Subscriber } from './events/cursors.ts'
import type { Host, Recount } from './host.ts'
import type { Hydrate } from './hydration.ts'
import type { ChainSubscriber } from './ports/chain-subscriber.ts'
import type { Presence } from './realtime/gateway.ts'
import { workRegistry } from './work/define.ts'
import type { Cron, JobHandler } from './work/types.ts'

type Tick = { seconds: number; name: string; task: () => Promise<void> }

/** What the modules asked for while they were installed; the parts that run are made from it. */
export function hostRegistry(within: TransactionSubscribers) {
  const registered = {
    subscribers: [] as Subscriber[],
    chainSubscribers: [] as ChainSubscriber[],
    jobs: new Map<string, JobHandler>(),
    works: workRegistry(),
    crons: [] as Cron[],
    perProcess: [] as Tick[],
    whileLeading: [] as Tick[],
    presences: [] as Presence[],
    recounts: [] as Recount[],
    hydrators: [] as Hydrate[],
  }
  const verbs: Registering = {
    onCommitted: (name, types, handle, { begin = 'now' } = {}) =>
      void registered.subscribers.push({ name, types: types as readonly EventType[], handle: handle as Subscriber['handle'], begin }),
    onInTransaction: (type, handle) => void within.set(type, [...(within.get(type) ?? []), handle as never]),
    job: (name, handle) => void registered.jobs.set(name, handle),
    work: registered.works.define,
    cron: (name, crontab, run) => void registered.crons.push({ name, crontab, run }),
    perProcess: (seconds, name, task) => void registered.perProcess.push({ seconds, name, task }),
    whileLeading: (seconds, name, task) => void registered.whileLeading.push({ seconds, name, task }),
    presence: (presence) => void registered.presences.push(presence),
    recount: (recount) => void registered.recounts.push(recount),
    recounts: registered.recounts,
    hydrates: (hydrate) => void registered.hydrators.push(hydrate),
    hydrators: registered.hydrators,
    onChain: (subscriber) => void registered.chainSubscribers.push(subscriber),
  }
  return { registered, verbs }
}
export type Registered = ReturnType<typeof hostRegistry>['registered']
type Registering = Pick<
  Host,
  | 'onCommitted'
  | 'onInTransaction'
  | 'job'
  | 'work'
  | 'cron'
  | 'perProcess'
  | 'whileLeading'
  | 'presence'
  | 'recount'
  | 'recounts'
  | 'hydrates'
  | 'hydrators'
  | 'onChain'
>
