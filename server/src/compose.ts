import { join } from 'node:path'
import { system } from '@corefans/shared/contracts/index.ts'
import type { ConfigView } from '@corefans/shared/contracts/system.ts'
import { demo } from './demo/index.ts'
import type { Config } from './kernel/config.ts'
import { nobody, type Read } from './kernel/ctx.ts'
import { headOf } from './kernel/events/outbox.ts'
import { serveDocs } from './kernel/http/docs.ts'
import { type Health, healthOf } from './kernel/http/health.ts'
import { servePages } from './kernel/http/pages.ts'
import { proxyRpc } from './kernel/http/rpc-proxy.ts'
import { measure } from './kernel/metrics.ts'
import { type OpenHouse, openHouse, type Parts } from './kernel/open-house.ts'
import { fileBlobs } from './kernel/ports/blobs.ts'
import type { Running } from './kernel/run-host.ts'
import * as accounts from './modules/accounts/index.ts'
import * as delivery from './modules/delivery/index.ts'
import * as feed from './modules/feed/index.ts'
import * as ledger from './modules/ledger/index.ts'
import * as market from './modules/market/index.ts'
import { imageProcesses, type MediaPorts } from './modules/media/index.ts'
import * as notifications from './modules/notifications/index.ts'
import * as passes from './modules/passes/index.ts'
import * as polls from './modules/polls/index.ts'
import * as portfolio from './modules/portfolio/index.ts'
import * as posts from './modules/posts/index.ts'
import * as presence from './modules/presence/index.ts'
import * as profiles from './modules/profiles/index.ts'
import * as purchases from './modules/purchases/index.ts'
import * as reactions from './modules/reactions/index.ts'
import * as teams from './modules/teams/index.ts'
import * as tips from './modules/tips/index.ts'
import * as tokens from './modules/tokens/index.ts'

export type CoreFans = { house: OpenHouse; media: MediaPorts; running: Running; stop: () => Promise<void> }

/** The one place that lists all modules. Answers a CoreFans that runs but does not listen yet. */
export async function compose(parts: Omit<Parts, 'sessions' | 'openSessions'>): Promise<CoreFans> {
  const sessions = accounts.sessionCache(parts.db.sql)
  const house = await openHouse({ ...parts, sessions: sessions.read, openSessions: sessions.stillOpen })
  const read: Read = { sql: parts.db.sql, actor: null, caller: nobody }
  const media: MediaPorts = { blobs: await fileBlobs(join(parts.config.dataDir, 'media')), images: imageProcesses(2) }

  accounts.install(house, sessions)
  accounts.routes(house, (account) => profiles.handleOf(read, account))
  profiles.onEvents(house)
  profiles.routes(house)
  ledger.onChain(house)
  ledger.routes(house)
  const leave = presence.install(house)
  passes.onChain(house)
  passes.onEvents(house)
  passes.routes(house)
  market.onChain(house)
  market.routes(house)
  teams.actFor(house)
  teams.onChain(house)
  teams.routes(house)
  purchases.onChain(house)
  purchases.routes(house)
  tips.onChain(house)
  tips.routes(house)
  tokens.onChain(house)
  tokens.routes(house)
  delivery.routes(house, media)
  reactions.onEvents(house)
  reactions.routes(house)
  polls.onEvents(house)
  polls.routes(house)
  posts.onEvents(house)
  posts.routes(house)
  feed.routes(house)
  notifications.onEvents(house)
  notifications.routes(house)
  portfolio.routes(house)
  if (parts.config.demo) demo(house)
  const health = healthOf({ sql: parts.db.sql, rpcUrl: parts.chain.rpcUrl })
  await serveRest(house, parts.config, health)

  const running = await house.run()
  measure(house.app, parts.config, {
    sockets_open: { help: 'Open WebSocket connections', value: running.openSockets },
    chain_blocks_behind: { help: 'Blocks that the chain is ahead of us', value: running.blocksBehind },
    events_behind: {
      help: 'Events that the subscriber furthest behind still has before it',
      value: async () => Math.max(0, ...(await running.relay.lag()).map(({ behind }) => behind)),
    },
    events_dead: {
      help: 'Events that subscribers gave up; `npm run events` shows and replays them',
      value: async () => (await running.relay.lag()).reduce((sum, { dead }) => sum + dead, 0),
    },
    database_up: { help: 'Whether the database answers', value: () => health.up('database') },
    chain_up: { help: 'Whether the chain answers', value: () => health.up('chain') },
    db_connections: { help: 'Database connections of this process', value: () => parts.db.pool.totalCount },
  })
  const stop = async () => {
    house.ready(false)
    leave()
    media.images.stop()
    await running.stop()
  }
  return { house, media, running, stop }
}

async function serveRest(house: OpenHouse, config: Config, health: Health): Promise<void> {
  const view = configView(house, config)
  house.mount.query(system.readConfig, async () => view)
  house.mount.query(system.readHealth, health.ready)
  house.mount.query(system.readReadiness, health.ready)
  house.mount.query(system.readLiveness, health.live)
  proxyRpc(house.app, config, house.chain)
  serveDocs(house.app, () => house.mount.contracts, config.publicUrl)
  const pages = await servePages(house.app, { config, configView: view, seq: () => headOf(house.db.sql) })
  house.on('pages.forget', ['post.deleted', 'post.edited', 'profile.edited'], async (ctx) =>
    ctx.afterCommit(() => house.bus.publish({ kind: 'forget', what: 'pages' })),
  )
  house.onBus((message) => {
    if (message.kind === 'forget' && message.what === 'pages') pages.forget()
  })
  house.bus.onResume(pages.forget)
}

function configView({ chain }: OpenHouse, config: Config): ConfigView {
  return {
    demo: config.demo,
    publicUrl: config.publicUrl,
    chain: {
      id: chain.id,
      name: chain.name,
      symbol: chain.symbol,
      rpcUrl: `${config.publicUrl}/api/chain/rpc`,
      explorerUrl: chain.explorerUrl,
      confirmations: chain.confirmations,
      contracts: { ...chain.contracts },
    },
  }
}
