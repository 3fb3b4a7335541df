import { me, type Read, type Transact } from '../../kernel/ctx.ts'
import { endSessions } from './end-sessions.ts'
import { openSession } from './open-session.ts'
import { hashPassword, isPassword } from './password.ts'
import { problem } from './problems.ts'
import { findAccount, setPassword } from './store/accounts.ts'

/** Sets a password; with one already set the current one is needed. Every session ends and this device gets a fresh one. */
export async function changePassword(
  read: Read,
  transact: Transact,
  input: { current?: string | undefined; next: string },
): Promise<string> {
  const account = await findAccount(read, me(read))
  if (account?.passwordHash && !(await isPassword(input.current ?? '', account.passwordHash))) throw problem['wrong-credentials']()
  const passwordHash = await hashPassword(input.next)
  return transact(read.caller, async (ctx) => {
    await setPassword(ctx, me(ctx), passwordHash)
    await ctx.emit({ type: 'credentials.changed', accountId: me(ctx), change: 'password-set' })
    await endSessions(ctx, {})
    await openSession(ctx, me(ctx))
    return me(ctx)
  })
}
