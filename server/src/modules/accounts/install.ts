import { nobody } from '../../kernel/ctx.ts'
import type { House } from '../../kernel/house.ts'
import { mustBeFresh } from './must-be-fresh.ts'
import type { sessionCache } from './session-cache.ts'
import { deleteOldChallenges } from './store/challenges.ts'

/** Says who is fresh. Revoked sessions are forgotten here at commit and on every process by the bus; stale challenges go every hour. */
export function install(house: House, sessions: ReturnType<typeof sessionCache>): void {
  house.within('sessions.revoked', async (ctx, { sessionIds }) => ctx.afterCommit(() => sessions.forget(sessionIds)))
  house.on('accounts.close-sockets', ['sessions.revoked'], async (ctx, { sessionIds }) =>
    ctx.afterCommit(() => house.bus.publish({ kind: 'close-sessions', sessions: sessionIds })),
  )
  house.onBus((message) => {
    if (message.kind === 'close-sessions') sessions.forget(message.sessions)
    if (message.kind === 'forget' && message.what === 'sessions') sessions.clear()
  })
  house.bus.onResume(sessions.clear)
  house.on('accounts.recheck-topics', ['access.changed', 'wallets.changed'], async (ctx, { accountId }) =>
    ctx.afterCommit(() => house.bus.publish({ kind: 'recheck', account: accountId })),
  )
  house.mount.mustBeFresh(mustBeFresh)
  house.topic('account', async (read, ids) => new Set(ids.filter((id) => id === read.actor)))
  house.cron('accounts.old-challenges', '17 * * * *', () => house.transact(nobody, deleteOldChallenges))
}
