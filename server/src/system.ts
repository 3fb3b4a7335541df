/** What belongs to no module: configuration, health, metrics, the chain's proxy, the documents and the pages. */
import { system } from '@corefans/shared/contracts/index.ts'
import type { ConfigView } from '@corefans/shared/contracts/system.ts'
import type { Config } from './kernel/config.ts'
import type { Db } from './kernel/db.ts'
import { headOf } from './kernel/events/outbox.ts'
import { serveDocs } from './kernel/http/docs.ts'
import type { Health } from './kernel/http/health.ts'
import { servePages } from './kernel/http/pages.ts'
import { proxyRpc } from './kernel/http/rpc-proxy.ts'
import type { Gauges } from './kernel/metrics.ts'
import type { OpenHost } from './kernel/open-host.ts'
import type { Running } from './kernel/run-host.ts'

export async function serveSystem(host: OpenHost, config: Config, health: Health): Promise<void> {
  const view = configView(host, config)
  host.mount.query(system.readConfig, async () => view)
  host.mount.query(system.readHealth, health.ready)
  host.mount.query(system.readReadiness, health.ready)
  host.mount.query(system.readLiveness, health.live)
  proxyRpc(host.app, config, host.chain)
  serveDocs(host.app, () => host.mount.contracts, config.publicUrl)
  const pages = await servePages(host.app, { config, configView: view, seq: () => headOf(host.db.sql) })
  host.onCommitted('pages.forget', ['post.deleted', 'post.edited', 'profile.edited'], async (ctx) =>
    ctx.afterCommit(() => host.bus.publish({ kind: 'forget', what: 'pages' })),
  )
  host.onBus((message) => {
    if (message.kind === 'forget' && message.what === 'pages') pages.forget()
  })
  host.bus.onResume(pages.forget)
}

export function gauges(db: Db, running: Running, health: Health): Gauges {
  return {
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
    db_connections: { help: 'Database connections of this process', value: () => db.pool.totalCount },
  }
}

function configView({ chain }: OpenHost, config: Config): ConfigView {
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
