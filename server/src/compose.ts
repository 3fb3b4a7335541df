import { join } from 'node:path'
import { demo } from './demo/index.ts'
import { nobody, readOn } from './kernel/ctx.ts'
import { healthOf } from './kernel/http/health.ts'
import { measure } from './kernel/metrics.ts'
import type { Install } from './kernel/module.ts'
import { type OpenHost, openHost, type Parts } from './kernel/open-host.ts'
import { fileBlobs } from './kernel/ports/blobs.ts'
import type { Running } from './kernel/run-host.ts'
import * as accounts from './modules/accounts/index.ts'
import * as comments from './modules/comments/index.ts'
import * as delivery from './modules/delivery/index.ts'
import * as feed from './modules/feed/index.ts'
import * as ledger from './modules/ledger/index.ts'
import * as live from './modules/live/index.ts'
import * as market from './modules/market/index.ts'
import * as media from './modules/media/index.ts'
import * as messages from './modules/messages/index.ts'
import * as notifications from './modules/notifications/index.ts'
import * as passes from './modules/passes/index.ts'
import * as payments from './modules/payments/index.ts'
import * as polls from './modules/polls/index.ts'
import * as portfolio from './modules/portfolio/index.ts'
import * as posts from './modules/posts/index.ts'
import * as presence from './modules/presence/index.ts'
import * as profiles from './modules/profiles/index.ts'
import * as purchases from './modules/purchases/index.ts'
import * as reactions from './modules/reactions/index.ts'
import * as safety from './modules/safety/index.ts'
import * as studio from './modules/studio/index.ts'
import * as teams from './modules/teams/index.ts'
import * as tips from './modules/tips/index.ts'
import * as tokens from './modules/tokens/index.ts'
import { gauges, serveSystem } from './system.ts'

export type CoreFans = { host: OpenHost; media: media.MediaPorts; running: Running; stop: () => Promise<void> }

/** All modules, lower layers first: what subscribes to events of others stands after them. */
const modules = (ports: accounts.AccountsPorts & { media: media.MediaPorts }): Install[] => [
  (host) => accounts.install(host, ports),
  (host) => media.install(host, ports.media),
  (host) => safety.install(host, { accountOf: profiles.anyAccountNamed, peopleOf: profiles.peopleOf }),
  profiles.install,
  ledger.install,
  presence.install,
  passes.install,
  market.install,
  teams.install,
  payments.install,
  purchases.install,
  tips.install,
  tokens.install,
  (host) => delivery.install(host, ports.media),
  reactions.install,
  polls.install,
  comments.install,
  posts.install,
  live.install,
  messages.install,
  feed.install,
  notifications.install,
  portfolio.install,
  studio.install,
]

/** Puts all modules into a host. Answers a CoreFans that runs but does not listen yet. */
export async function compose(parts: Omit<Parts, 'sessions' | 'openSessions'>): Promise<CoreFans> {
  const sessions = accounts.sessionCache(parts.db.sql)
  const host = await openHost({ ...parts, sessions: sessions.read, openSessions: sessions.stillOpen })
  const read = readOn(host, nobody)
  const mediaPorts: media.MediaPorts = {
    blobs: await fileBlobs(join(parts.config.dataDir, 'media')),
    images: media.imageProcesses(2),
    av: media.avProcesses(2),
  }

  const stops = modules({ sessions, media: mediaPorts, handleOf: (account) => profiles.handleOf(read, account) }).map((install) =>
    install(host),
  )
  if (parts.config.demo) demo(host)
  const health = healthOf({ sql: parts.db.sql, rpcUrl: parts.chain.rpcUrl })
  await serveSystem(host, parts.config, health)

  const running = await host.run()
  measure(host.app, parts.config, gauges(parts.db, running, health))
  const stop = async () => {
    host.ready(false)
    for (const leave of stops) leave?.()
    mediaPorts.images.stop()
    mediaPorts.av.stop()
    await running.stop()
  }
  return { host, media: mediaPorts, running, stop }
}
