/**
 * Starts the parts of a process that its role asks for. `web` serves pages, calls and sockets; `worker` handles events, jobs,
 * long work and periodic tasks; `watcher` follows the chain, one of them at a time; `all` is all three. Whatever the role,
 * each process numbers the events that it commits, and answers /api/health and /metrics.
 */
import type { FastifyInstance } from 'fastify'
import type { Bus } from './bus.ts'
import { chainInbox } from './chain-inbox.ts'
import { type ChainWatcher, startChainWatcher } from './chain-watcher.ts'
import type { Config, Role } from './config.ts'
import type { Transact } from './ctx.ts'
import type { Db } from './db.ts'
import { type Relay, startRelay } from './events/relay.ts'
import { forgetOld } from './events/retention.ts'
import type { Registered } from './host-registry.ts'
import type { SessionReader } from './http/caller.ts'
import { leadAlone } from './leader.ts'
import type { ChainPort } from './ports/chain.ts'
import { buryProcesses, enterProcess, type ProcessEntry } from './processes.ts'
import { type Gateway, openGateway } from './realtime/gateway.ts'
import type { TopicPolicy } from './realtime/topics.ts'
import { every, type OnError } from './timers.ts'
import { startWorkers, type Workers } from './work/run.ts'

/** What runs now; parts that the role leaves out have nothing to say. */
export type Running = {
  relay: Relay
  openSockets: () => number
  blocksBehind: () => number
  /** Every due job and work of this process done. */
  jobsSettled: () => Promise<void>
  stop: () => Promise<void>
}
export type Live = { relay: Relay | null; watch: ChainWatcher | null; head: number; process: ProcessEntry | null }
type Deps = {
  app: FastifyInstance
  config: Config
  db: Db
  databaseUrl: string
  /** A few connections of their own: subscribers that are slow wait for each other there, and requests do not wait for them. */
  eventsDb: Db
  eventsTransact: Transact
  transact: Transact
  bus: Bus
  chain: ChainPort
  fromBlock: bigint
  sessions: SessionReader
  openSessions: (sessions: readonly string[]) => Promise<ReadonlySet<string>>
  policy: TopicPolicy
  registered: Registered
  live: Live
  onError: OnError
}

const watchLock = 7_265_002
const serves = (role: Role) => role === 'all' || role === 'web'
const works = (role: Role) => role === 'all' || role === 'worker'
const watches = (role: Role) => role === 'all' || role === 'watcher'

export async function runHost(deps: Deps): Promise<Running> {
  const { app, db, bus, live, registered, onError } = deps
  const { role } = deps.config
  const process = await enterProcess(db, role, onError)
  live.process = process
  const relay = await startRelay({ ...deps, transact: deps.eventsTransact, subscribers: registered.subscribers, delivers: works(role) })
  live.relay = relay
  const watcher = await followHead(deps)
  const gateway = serves(role) ? await serve(deps) : null
  const workers = works(role) ? await work(deps, process) : null
  const leadership = watches(role) ? lead(deps, watcher) : null
  const timers = registered.perProcess.map(({ seconds, name, task }) => every(seconds, name, task, onError))
  return {
    relay,
    openSockets: () => gateway?.open() ?? 0,
    blocksBehind: () => live.watch?.behind() ?? 0,
    jobsSettled: async () => workers?.settled(),
    // In order: no new requests, nobody listening, no background work, no connections.
    stop: async () => {
      gateway?.stop()
      await app.close()
      await Promise.all(timers.map((stop) => stop()))
      await Promise.all([leadership?.stop(), workers?.stop()])
      await relay.stop()
      await process.leave().catch((err: unknown) => onError(err, 'leaving'))
      await bus.stop()
      await deps.eventsDb.close()
      await db.close()
    },
  }
}

async function serve(deps: Deps): Promise<Gateway> {
  const gateway = await openGateway(deps)
  for (const presence of deps.registered.presences) gateway.onPresence(presence)
  return gateway
}

function work(deps: Deps, process: ProcessEntry): Promise<Workers> {
  const { db, registered } = deps
  const names = registered.subscribers.map(({ name }) => name)
  const crons = [
    ...registered.crons,
    { name: 'kernel.forget-old', crontab: '*/10 * * * *', run: () => forgetOld(db, names) },
    { name: 'kernel.bury-processes', crontab: '* * * * *', run: () => buryProcesses(db.sql) },
  ]
  return startWorkers({ ...deps, jobs: registered.jobs, works: registered.works.works, crons, takesJobsAs: process.takesJobsAs })
}

/** Every process knows how far the chain was read, from the one that reads it. */
async function followHead({ db, transact, chain, registered, live, bus }: Deps) {
  const inbox = chainInbox({
    db,
    transact,
    chain,
    subscribers: registered.chainSubscribers,
    onHead: (number) => {
      live.head = number
      bus.publish({ kind: 'head', number })
    },
  })
  const readHead = async () => {
    live.head = Number((await inbox.tip())?.number ?? 0n)
  }
  await readHead()
  bus.onMessage((message) => {
    if (message.kind === 'head') live.head = message.number
    else if (message.kind === 'poke') live.watch?.poke()
  })
  bus.onResume(() => void readHead().catch(() => {}))
  return inbox
}

/** One process follows the chain, and runs what must run once. */
function lead(deps: Deps, sink: Awaited<ReturnType<typeof followHead>>) {
  const { app, chain, live, registered, onError } = deps
  return leadAlone({
    url: deps.databaseUrl,
    key: watchLock,
    onError,
    lead: async () => {
      const watch = startChainWatcher({
        chainId: chain.id,
        rpcUrls: [chain.rpcUrl, ...chain.witnessUrls],
        fromBlock: deps.fromBlock,
        sink,
        log: app.log,
      })
      live.watch = watch
      const timers = registered.whileLeading.map(({ seconds, name, task }) => every(seconds, name, task, onError))
      return async () => {
        live.watch = null
        await Promise.all([watch.stop(), ...timers.map((stop) => stop())])
      }
    },
  })
}
