import type { Ctx, Read } from '../../../kernel/ctx.ts'

export type AccountRow = {
  id: string
  email: string | null
  passwordHash: string | null
  role: 'member' | 'moderator' | 'admin'
  isDemo: boolean
}
const columns = `id, email, password_hash as "passwordHash", role, is_demo as "isDemo"`

/** The new account's id, or null when the email is taken. */
export async function insertAccount(
  ctx: Ctx,
  account: { email: string | null; passwordHash: string | null; role?: AccountRow['role']; isDemo?: boolean; at?: Date },
): Promise<string | null> {
  const [row] = await ctx.sql<{ id: string }>(
    `insert into accounts (email, password_hash, role, is_demo, created_at) values ($1, $2, $3, $4, $5) on conflict (email) do nothing returning id`,
    [account.email, account.passwordHash, account.role ?? 'member', account.isDemo ?? false, account.at ?? ctx.now],
  )
  return row?.id ?? null
}

export const findByEmail = async (ctx: Read, email: string) =>
  (await ctx.sql<AccountRow>(`select ${columns} from accounts where email = $1`, [email]))[0]
export const findAccount = async (ctx: Read, id: string) =>
  (await ctx.sql<AccountRow>(`select ${columns} from accounts where id = $1`, [id]))[0]

export async function setPassword(ctx: Ctx, id: string, passwordHash: string): Promise<void> {
  await ctx.sql(`update accounts set password_hash = $2 where id = $1`, [id, passwordHash])
}

/** How many ways lead into the account: a password with an email, each passkey, each wallet. */
export async function waysIn(ctx: Ctx, id: string): Promise<number> {
  const [row] = await ctx.sql<{ n: number }>(
    `select (select count(*) from accounts where id = $1 and password_hash is not null and email is not null)::int
          + (select count(*) from passkeys where account_id = $1)::int + (select count(*) from wallets where account_id = $1)::int as n`,
    [id],
  )
  return row?.n ?? 0
}

/** Holds an account until the transaction ends, so that two who remove each other's last way in take turns. */
export async function lockAccount(ctx: Ctx, account: string): Promise<void> {
  await ctx.sql('select 1 from accounts where id = $1 for update', [account])
}
