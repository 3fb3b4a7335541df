import type { Config } from '../../kernel/config.ts'
import type { Read, Transact } from '../../kernel/ctx.ts'
import { http } from '../../kernel/problems.ts'
import { rateLimiter } from '../../kernel/rate-limit.ts'
import { openSession } from './open-session.ts'
import { isPassword } from './password.ts'
import { problem } from './problems.ts'
import { findByEmail } from './store/accounts.ts'

/** Guesses a minute at one account, from wherever they come; each address has its own limit in the contract. */
const guesses = 10

/**
 * Signs in; the same answer in the same time for an unknown email and a wrong password. Whoever guesses at an account
 * slows its owner's password too, for a moment and no longer; passkeys and wallets stay open to them.
 */
export function signInWithPassword({ rateFactor }: Pick<Config, 'rateFactor'>) {
  const take = rateLimiter()
  return async (read: Read, transact: Transact, input: { email: string; password: string }): Promise<string> => {
    const wait = take(input.email, guesses * rateFactor)
    if (wait > 0) throw http['too-many-requests']({ retryAfterS: wait })
    const account = await findByEmail(read, input.email)
    if (!(await isPassword(input.password, account?.passwordHash)) || !account) throw problem['wrong-credentials']()
    await transact(read.caller, (ctx) => openSession(ctx, account.id))
    return account.id
  }
}
