import { nobody } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { mustBeFresh } from './must-be-fresh.ts'
import { routes } from './routes.ts'
import type { sessionCache } from './session-cache.ts'
import { deleteOldChallenges } from './store/challenges.ts'

/** `handleOf` comes from above: accounts knows who signs in, not what they are called. */
export type AccountsPorts = { sessions: ReturnType<typeof sessionCache>; handleOf: (account: string) => Promise<string> }

/** Says who is fresh. Revoked sessions are forgotten here at commit and on every process by the bus; stale challenges go every hour. */
export function install(host: Host, { sessions, handleOf }: AccountsPorts): void {
  routes(host, handleOf)
  host.onInTransaction('sessions.revoked', async (ctx, { sessionIds }) => ctx.afterCommit(() => sessions.forget(sessionIds)))
  host.onCommitted('accounts.close-sockets', ['sessions.revoked'], async (ctx, { sessionIds }) =>
    ctx.afterCommit(() => host.bus.publish({ kind: 'close-sessions', sessions: sessionIds })),
  )
  host.onBus((message) => {
    if (message.kind === 'close-sessions') sessions.forget(message.sessions)
    if (message.kind === 'forget' && message.what === 'sessions') sessions.clear()
  })
  host.bus.onResume(sessions.clear)
  host.onCommitted('accounts.recheck-topics', ['access.changed', 'wallets.changed'], async (ctx, { accountId }) =>
    ctx.afterCommit(() => host.bus.publish({ kind: 'recheck', account: accountId })),
  )
  host.mount.mustBeFresh(mustBeFresh)
  host.topic('account', async (read, ids) => new Set(ids.filter((id) => id === read.actor)))
  host.cron('accounts.old-challenges', '17 * * * *', () => host.transact(nobody, deleteOldChallenges))
}
