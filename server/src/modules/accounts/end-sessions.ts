import { type Ctx, me } from '../../kernel/ctx.ts'
import { problem } from './problems.ts'
import { deleteSessions } from './store/sessions.ts'

/** Ends sessions of the actor: one, all but one, or all. Their next request is refused and their sockets close. */
export async function endSessions(ctx: Ctx, which: { only?: string; keep?: string | null }): Promise<string[]> {
  const ended = await deleteSessions(ctx, me(ctx), which)
  if (ended.length > 0) await ctx.emit({ type: 'sessions.revoked', accountId: me(ctx), sessionIds: ended })
  return ended
}

export async function revokeSession(ctx: Ctx, { sessionId }: { sessionId: string }): Promise<null> {
  if ((await endSessions(ctx, { only: sessionId })).length === 0) throw problem['unknown-session']()
  return null
}

export const revokeOtherSessions = async (ctx: Ctx): Promise<{ revoked: number }> => ({
  revoked: (await endSessions(ctx, { keep: ctx.caller.session })).length,
})

export async function signOut(ctx: Ctx): Promise<null> {
  if (ctx.caller.session) await endSessions(ctx, { only: ctx.caller.session })
  ctx.afterCommit(() => ctx.caller.setSession(null))
  return null
}
