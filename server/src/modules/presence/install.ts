import { presence as contracts } from '@corefans/shared/contracts/index.ts'
import { nobody, readOn } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { accountsByHandle } from '../profiles/index.ts'
import { notBlocking } from '../safety/index.ts'
import { hides, presenceOf, readPresence } from './read.ts'
import type { Here } from './rules.ts'
import { keepHere, noteSeen } from './store.ts'
import { presenceTracker } from './tracker.ts'

/** Watches the sockets of this process, says in the database who is here, tells pages that look, and notes each minute who was. */
export function install(host: Host): () => void {
  const read = readOn(host, nobody)
  const tell = async (account: string, here: Here) => {
    await noteSeen(host.db.sql, [account])
    await keepHere(host.db.sql, host.processId(), account, here)
    const state = await presenceOf(read, account)
    if (state) host.bus.publish({ kind: 'state', topic: `presence:${state.handle}`, state: { type: 'presence', ...state } })
  }
  const tracker = presenceTracker((account, here) => {
    tell(account, here).catch((err: unknown) => host.log.error(err, 'presence'))
  })
  host.presence(tracker)
  host.mount.query(contracts.readPresence, readPresence)
  host.topic('presence', async (ctx, handles) => {
    if (ctx.actor && (await hides(ctx, ctx.actor))) return new Set()
    const accounts = await accountsByHandle(ctx, handles)
    const here = await notBlocking(
      ctx,
      [...accounts.values()].map(({ id }) => id),
    )
    const shows = (handle: string) => accounts.get(handle)?.hidesPresence === false && here.has(accounts.get(handle)?.id ?? '')
    return new Set(handles.filter(shows))
  })
  host.perProcess(60, 'presence.note', async () => {
    const here = tracker.all()
    if (here.length > 0) await noteSeen(host.db.sql, here)
  })
  return tracker.stop
}
