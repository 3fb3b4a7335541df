import type { Ctx } from '../../kernel/ctx.ts'
import { problem } from './problems.ts'
import { type AccountRow, insertAccount } from './store/accounts.ts'

export type NewAccount = {
  handle: string
  name: string
  email?: string
  passwordHash?: string
  role?: AccountRow['role']
  isDemo?: boolean
  at?: Date
}

/** A new account and, in the same transaction, its public face. Refuses a taken email or handle. */
export async function createAccount(ctx: Ctx, account: NewAccount): Promise<string> {
  const id = await insertAccount(ctx, { ...account, email: account.email ?? null, passwordHash: account.passwordHash ?? null })
  if (!id) throw problem['email-taken']()
  await ctx.emit({ type: 'account.created', accountId: id, handle: account.handle, name: account.name })
  return id
}
