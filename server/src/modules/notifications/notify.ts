import type { Ctx } from '../../kernel/ctx.ts'
import { shunnedBy } from '../safety/index.ts'
import { countUnread, type Note, upsertNotification } from './store.ts'

/** Tells an account something, on every device; nobody is told of their own acts, nor of those whom they blocked or muted. */
export async function notify(ctx: Ctx, note: Note): Promise<void> {
  const { blocked, muted } = await shunnedBy(ctx, note.account, note.actors)
  const actors = note.actors.filter((actor) => actor !== note.account && !blocked.has(actor) && !muted.has(actor))
  if (note.actors.length > 0 && actors.length === 0) return
  const notificationId = await upsertNotification(ctx, { ...note, actors })
  await ctx.emit({ type: 'notification.added', accountId: note.account, notificationId, unread: await countUnread(ctx, note.account) })
}
