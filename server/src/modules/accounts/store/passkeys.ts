import type { Ctx, Read } from '../../../kernel/ctx.ts'

export type PasskeyRow = {
  id: string
  account: string
  publicKey: Buffer
  counter: number
  transports: string[]
  createdAt: Date
  lastUsedAt: Date | null
}
const columns = `id, account_id as account, public_key as "publicKey", counter, transports, created_at as "createdAt", last_used_at as "lastUsedAt"`

export async function insertPasskey(
  ctx: Ctx,
  passkey: { id: string; account: string; publicKey: Uint8Array; counter: number; transports: readonly string[] },
): Promise<boolean> {
  const rows = await ctx.sql(
    `insert into passkeys (id, account_id, public_key, counter, transports, created_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`,
    [passkey.id, passkey.account, Buffer.from(passkey.publicKey), passkey.counter, passkey.transports, ctx.now],
  )
  return rows.length === 1
}

export const findPasskey = async (ctx: Read, id: string) =>
  (await ctx.sql<PasskeyRow>(`select ${columns} from passkeys where id = $1`, [id]))[0]
export const passkeysOf = (ctx: Read, account: string) =>
  ctx.sql<PasskeyRow>(`select ${columns} from passkeys where account_id = $1 order by created_at limit 50`, [account])

export async function notePasskeyUse(ctx: Ctx, id: string, counter: number): Promise<void> {
  await ctx.sql(`update passkeys set counter = $2, last_used_at = $3 where id = $1`, [id, counter, ctx.now])
}

export const deletePasskey = async (ctx: Ctx, account: string, id: string): Promise<boolean> =>
  (await ctx.sql(`delete from passkeys where account_id = $1 and id = $2 returning 1`, [account, id])).length === 1
