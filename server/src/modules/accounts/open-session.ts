import { randomBytes } from 'node:crypto'
import type { Ctx } from '../../kernel/ctx.ts'
import { hashToken } from './session-cache.ts'
import { insertSession } from './store/sessions.ts'

/** Long enough that nobody is signed out by a holiday, short enough that a forgotten device ends. */
const lifetimeMs = 180 * 86_400_000

/** A new session for the account; its token goes to the browser after commit and is kept nowhere. */
export async function openSession(ctx: Ctx, account: string): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  await insertSession(ctx, {
    tokenHash: hashToken(token),
    account,
    device: ctx.caller.device,
    expiresAt: new Date(ctx.now.getTime() + lifetimeMs),
  })
  ctx.afterCommit(() => ctx.caller.setSession({ token, account }))
}
