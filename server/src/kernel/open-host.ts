/** Opens a house: everything a module is given, and the parts that run. Knows no module. */
import type { FastifyInstance } from 'fastify'
import { notifyBus } from './bus.ts'
import type { Config } from './config.ts'
import { type TransactionSubscribers, transactOn } from './ctx.ts'
import { type Db, openDb } from './db.ts'
import type { Host } from './host.ts'
import { hostRegistry } from './host-registry.ts'
import { knowCaller, refuseForeignOrigin, type SessionReader } from './http/caller.ts'
import { mounter } from './http/mount.ts'
import { refuseForeignHost, sendPagesToLocalhost, setSecurityHeaders } from './http/security.ts'
import { createHttpServer } from './http/server.ts'
import type { ChainPort } from './ports/chain.ts'
import { http } from './problems.ts'
import { topicPolicy } from './realtime/topics.ts'
import { type Live, type Running, runHost } from './run-host.ts'

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
export type OpenHost = Host & { app: FastifyInstance; ready: (isReady: boolean) => void; run: () => Promise<Running> }

/** Subscribers that handle events at the same time. */
const subscriberConnections = 6

export async function openHost(parts: Parts): Promise<OpenHost> {
  const { config, db, sessions, openSessions } = parts
  const app = createHttpServer(config)
  const onError = (err: unknown, what: string) => app.log.error({ err }, what)
  const within: TransactionSubscribers = new Map()
  const live: Live = { relay: null, watch: null, head: 0, process: null }
  const committed = (hadEvents: boolean) => {
    if (hadEvents) live.relay?.wake()
  }
  // What a handler did and how far its cursor went are lost together, and an event is announced only once it is on disk.
  const eventsDb = openDb(parts.databaseUrl, subscriberConnections, { isRedone: true })
  const bus = await notifyBus(parts.databaseUrl, (err) => onError(err, 'bus'))
  const poke = () => (live.watch ? live.watch.poke() : bus.publish({ kind: 'poke' }))
  const chain: ChainPort = { ...parts.chain, poke, head: () => live.head }
  const transact = transactOn({ db, chain }, within, committed)
  const policy = topicPolicy()
  const { registered, verbs } = hostRegistry(within)
  setSecurityHeaders(app, config)
  refuseForeignHost(app, config)
  const gate = refuseUntilReady(app)
  if (config.role === 'worker' || config.role === 'watcher') serveNoPages(app)
  sendPagesToLocalhost(app, config)
  refuseForeignOrigin(app, config)
  knowCaller(app, config, sessions)

  return {
    ...verbs,
    config,
    db,
    transact,
    bus,
    chain,
    mount: mounter(app, { db, chain, transact, config }),
    topic: policy.guard,
    onBus: bus.onMessage,
    processId: () => live.process?.id ?? null,
    log: { error: onError },
    app,
    ready: gate,
    run: () =>
      runHost({
        app,
        config,
        db,
        databaseUrl: parts.databaseUrl,
        eventsDb,
        eventsTransact: transactOn({ db: eventsDb, chain }, within, committed),
        transact,
        bus,
        chain,
        fromBlock: parts.chain.fromBlock,
        sessions,
        openSessions,
        policy,
        registered,
        live,
        onError,
      }),
  }
}

/** Liveness answers from the first moment; everything else waits until the house is ready. */
function refuseUntilReady(app: FastifyInstance): (isReady: boolean) => void {
  let isReady = false
  app.addHook('onRequest', (req, _reply, done) => {
    done(isReady || req.routeOptions.url === '/api/health/live' ? undefined : http.unavailable())
  })
  return (now) => {
    isReady = now
  }
}

/** A process that works in the background answers how it is, and nothing else. */
function serveNoPages(app: FastifyInstance): void {
  app.addHook('onRequest', async (req) => {
    const url = req.routeOptions.url ?? ''
    if (url !== '/metrics' && !url.startsWith('/api/health')) throw http.unknown()
  })
}
