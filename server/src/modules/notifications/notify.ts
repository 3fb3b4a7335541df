import type { Ctx } from '../../kernel/ctx.ts'
import { countUnread, type Note, upsertNotification } from './store.ts'

/** Tells an account something, on every device; nobody is told of their own acts. */
export async function notify(ctx: Ctx, note: Note): Promise<void> {
  const actors = note.actors.filter((actor) => actor !== note.account)
  if (note.actors.length > 0 && actors.length === 0) return
  const notificationId = await upsertNotification(ctx, { ...note, actors })
  await ctx.emit({ type: 'notification.added', accountId: note.account, notificationId, unread: await countUnread(ctx, note.account) })
}
