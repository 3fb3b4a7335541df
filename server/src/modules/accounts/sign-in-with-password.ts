import type { Read, Transact } from '../../kernel/ctx.ts'
import { openSession } from './open-session.ts'
import { isPassword } from './password.ts'
import { problem } from './problems.ts'
import { findByEmail } from './store/accounts.ts'

/** Signs in; the same answer in the same time for an unknown email and a wrong password. */
export async function signInWithPassword(read: Read, transact: Transact, input: { email: string; password: string }): Promise<string> {
  const account = await findByEmail(read, input.email)
  if (!(await isPassword(input.password, account?.passwordHash)) || !account) throw problem['wrong-credentials']()
  await transact(read.caller, (ctx) => openSession(ctx, account.id))
  return account.id
}
