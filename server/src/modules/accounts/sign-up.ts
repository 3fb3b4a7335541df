import type { SignedIn } from '@corefans/shared/contracts/accounts.ts'
import type { Read, Transact } from '../../kernel/ctx.ts'
import { createAccount } from './create-account.ts'
import { openSession } from './open-session.ts'
import { hashPassword } from './password.ts'

/** A new account with email and password, signed in. The slow hash is made before the transaction. */
export async function signUp(
  read: Read,
  transact: Transact,
  input: { handle: string; name: string; email: string; password: string },
): Promise<SignedIn> {
  const passwordHash = await hashPassword(input.password)
  return transact(read.caller, async (ctx) => {
    const accountId = await createAccount(ctx, { ...input, passwordHash })
    await openSession(ctx, accountId)
    return { accountId, handle: input.handle }
  })
}
