/** Opens a house: everything a module is given, and the parts that run. Knows no module. */
import type { EventType } from '@corefans/shared/events/index.ts'
import type { FastifyInstance } from 'fastify'
import { type Bus, notifyBus } from './bus.ts'
import { chainInbox } from './chain-inbox.ts'
import type { Config } from './config.ts'
import { transactOn, type WithinSubscribers } from './ctx.ts'
import { type Db, openDb } from './db.ts'
import type { Subscriber } from './events/cursors.ts'
import { type Relay, startRelay } from './events/relay.ts'
import { forgetOld } from './events/retention.ts'
import type { House, Recount } from './house.ts'
import { createApp } from './http/app.ts'
import { knowCaller, refuseForeignOrigin, type SessionReader } from './http/caller.ts'
import { mounter } from './http/mount.ts'
import { sendPagesToLocalhost, setSecurityHeaders } from './http/security.ts'
import { type JobHandler, type Jobs, startJobs } from './jobs.ts'
import type { ChainPort, ChainSubscriber } from './ports/chain.ts'
import { http } from './problems.ts'
import { type Gateway, openGateway, type Presence } from './realtime/gateway.ts'
import { topicPolicy } from './realtime/topics.ts'
import { type Watching, watching } from './watching.ts'

export type ChainSettings = Omit<ChainPort, 'poke' | 'head'> & { fromBlock: bigint }
export type Parts = {
  config: Config
  db: Db
  databaseUrl: string
  chain: ChainSettings
  sessions: SessionReader
  /** Which of these sessions are still open. */
  openSessions: (sessions: readonly string[]) => Promise<ReadonlySet<string>>
}
export type Running = { gateway: Gateway; jobs: Jobs; relay: Relay; watch: Watching; stop: () => Promise<void> }
export type OpenHouse = House & { app: FastifyInstance; ready: (isReady: boolean) => void; run: () => Promise<Running> }

/** Subscribers that handle events at the same time. */
const subscriberConnections = 6

type Registered = {
  subscribers: Subscriber[]
  chainSubscribers: ChainSubscriber[]
  handlers: Map<string, JobHandler>
  presences: Presence[]
  recounts: Recount[]
  timers: (() => Promise<void>)[]
}

export async function openHouse(parts: Parts): Promise<OpenHouse> {
  const { config, db, sessions, openSessions } = parts
  const app = createApp(config)
  const onError = (err: unknown, what: string) => app.log.error({ err }, what)
  const within: WithinSubscribers = new Map()
  const live: { relay: Relay | null; watch: Watching | null; head: number } = { relay: null, watch: null, head: 0 }
  const committed = (hadEvents: boolean) => {
    if (hadEvents) live.relay?.wake()
  }
  const transact = transactOn(db, within, committed)
  // A few connections of their own: subscribers that are slow wait for each other there, and requests do not wait for them.
  const eventsDb = openDb(parts.databaseUrl, subscriberConnections)
  const bus = await notifyBus(parts.databaseUrl, (err) => onError(err, 'bus'))
  const policy = topicPolicy()
  const registered: Registered = { subscribers: [], chainSubscribers: [], handlers: new Map(), presences: [], recounts: [], timers: [] }
  const gate = refuseUntilReady(app)
  setSecurityHeaders(app, config)
  sendPagesToLocalhost(app, config)
  refuseForeignOrigin(app, config)
  knowCaller(app, config, sessions)
  const chain: ChainPort = { ...parts.chain, poke: () => live.watch?.poke(), head: () => live.head }

  const run = async (): Promise<Running> => {
    const gateway = await openGateway({ app, db, bus, config, sessions, openSessions, policy, onError })
    for (const presence of registered.presences) gateway.onPresence(presence)
    const relay = await startRelay({
      db,
      transact: transactOn(eventsDb, within, committed),
      bus,
      subscribers: registered.subscribers,
      delivers: true,
      onError,
    })
    const names = registered.subscribers.map(({ name }) => name)
    registered.timers.push(ticking('forget old events', 600, () => forgetOld(db, names), onError))
    live.relay = relay
    const jobs = await startJobs({ db, transact, handlers: registered.handlers, onError })
    const sink = chainInbox({
      db,
      transact,
      chain,
      subscribers: registered.chainSubscribers,
      onHead: (number) => {
        live.head = number
      },
    })
    live.head = Number((await sink.tip())?.number ?? 0n)
    const watch = watching({
      chainId: chain.id,
      rpcUrls: [chain.rpcUrl, ...chain.witnessUrls],
      fromBlock: parts.chain.fromBlock,
      sink,
      log: app.log,
    })
    live.watch = watch
    return {
      gateway,
      jobs,
      relay,
      watch,
      stop: () => stopAll({ app, bus, databases: [eventsDb, db], gateway, jobs, relay, watch, timers: registered.timers }),
    }
  }

  return {
    ...registering(registered, within, (name, seconds, task) => ticking(name, seconds, task, onError)),
    config,
    db,
    transact,
    bus,
    chain,
    mount: mounter(app, { db, transact, config }),
    topic: policy.guard,
    onBus: bus.onMessage,
    log: { error: onError },
    app,
    ready: gate,
    run,
  }
}

type Registering = Pick<House, 'on' | 'within' | 'job' | 'every' | 'presence' | 'recount' | 'recounts' | 'onChain'>
function registering(
  to: Registered,
  within: WithinSubscribers,
  tick: (name: string, seconds: number, task: () => Promise<void>) => () => Promise<void>,
): Registering {
  return {
    on: (name, types, handle, { begin = 'now' } = {}) =>
      void to.subscribers.push({ name, types: types as readonly EventType[], handle: handle as Subscriber['handle'], begin }),
    within: (type, handle) => void within.set(type, [...(within.get(type) ?? []), handle as never]),
    job: (name, handle) => void to.handlers.set(name, handle),
    every: (seconds, name, task) => void to.timers.push(tick(name, seconds, task)),
    presence: (presence) => void to.presences.push(presence),
    recount: (recount) => void to.recounts.push(recount),
    recounts: to.recounts,
    onChain: (subscriber) => void to.chainSubscribers.push(subscriber),
  }
}

/** Runs a task every so many seconds, never twice at once; answers how to stop it. */
function ticking(
  name: string,
  seconds: number,
  task: () => Promise<void>,
  onError: (err: unknown, what: string) => void,
): () => Promise<void> {
  let running: Promise<void> | null = null
  const timer = setInterval(() => {
    running ??= task()
      .catch((err: unknown) => onError(err, name))
      .finally(() => {
        running = null
      })
  }, seconds * 1_000)
  return async () => {
    clearInterval(timer)
    await running
  }
}

/** Liveness answers from the first moment; everything else waits until the house is ready. */
function refuseUntilReady(app: FastifyInstance): (isReady: boolean) => void {
  let isReady = false
  app.addHook('onRequest', async (req) => {
    if (!isReady && req.routeOptions.url !== '/api/health/live') throw http.unavailable()
  })
  return (now) => {
    isReady = now
  }
}

/** In order: no new requests, nobody listening, no background work, no connections. */
async function stopAll(
  parts: { app: FastifyInstance; bus: Bus; databases: readonly Db[]; timers: readonly (() => Promise<void>)[] } & Omit<Running, 'stop'>,
): Promise<void> {
  parts.gateway.stop()
  await parts.app.close()
  await Promise.all(parts.timers.map((stop) => stop()))
  await Promise.all([parts.watch.stop(), parts.jobs.stop()])
  await parts.relay.stop()
  await parts.bus.stop()
  for (const db of parts.databases) await db.close()
}
