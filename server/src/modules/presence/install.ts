import { presence as contracts } from '@corefans/shared/contracts/index.ts'
import { nobody, type Read } from '../../kernel/ctx.ts'
import type { House } from '../../kernel/house.ts'
import { accountsByHandle } from '../profiles/index.ts'
import { hides, presenceOf, readPresence } from './read.ts'
import type { Here } from './rules.ts'
import { keepHere, noteSeen } from './store.ts'
import { presenceTracker } from './tracker.ts'

/** Watches the sockets of this process, says in the database who is here, tells pages that look, and notes each minute who was. */
export function install(house: House): () => void {
  const read: Read = { sql: house.db.sql, actor: null, caller: nobody }
  const tell = async (account: string, here: Here) => {
    await noteSeen(house.db.sql, [account])
    await keepHere(house.db.sql, house.processId(), account, here)
    const state = await presenceOf(read, account)
    if (state) house.bus.publish({ kind: 'state', topic: `presence:${state.handle}`, state: { type: 'presence', ...state } })
  }
  const tracker = presenceTracker((account, here) => {
    tell(account, here).catch((err: unknown) => house.log.error(err, 'presence'))
  })
  house.presence(tracker)
  house.mount.query(contracts.readPresence, readPresence)
  house.topic('presence', async (ctx, handles) => {
    if (ctx.actor && (await hides(ctx, ctx.actor))) return new Set()
    const accounts = await accountsByHandle(ctx, handles)
    return new Set(handles.filter((handle) => accounts.get(handle)?.hidesPresence === false))
  })
  house.perProcess(60, 'presence.note', async () => {
    const here = tracker.all()
    if (here.length > 0) await noteSeen(house.db.sql, here)
  })
  return tracker.stop
}
