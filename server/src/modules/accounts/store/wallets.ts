import type { WrappedKey } from '@corefans/shared/contracts/accounts.ts'
import type { Ctx, Read } from '../../../kernel/ctx.ts'
import { dataloader } from '../../../kernel/dataloader.ts'

export type WalletKind = 'browser' | 'instant' | 'demo'
export type WalletRow = { address: string; account: string; kind: WalletKind; isPrimary: boolean; linkedAt: Date }
const columns = `address, account_id as account, kind, is_primary as "isPrimary", linked_at as "linkedAt"`

/** The linked wallet, or null when another account has it. Linking one's own wallet again changes nothing; the first is primary. */
export async function insertWallet(
  ctx: Ctx,
  wallet: { address: string; account: string; kind: WalletKind; wrappedKey: WrappedKey | null },
): Promise<WalletRow | null> {
  await ctx.sql(`select 1 from accounts where id = $1 for update`, [wallet.account]) // two first wallets at once must not both be primary
  await ctx.sql(
    `insert into wallets (address, account_id, kind, is_primary, wrapped_key, linked_at)
     values ($1, $2, $3, not exists (select from wallets where account_id = $2 and is_primary), $4, $5) on conflict (address) do nothing`,
    [wallet.address, wallet.account, wallet.kind, wallet.wrappedKey ? JSON.stringify(wallet.wrappedKey) : null, ctx.now],
  )
  const [row] = await ctx.sql<WalletRow>(`select ${columns} from wallets where address = $1 and account_id = $2`, [
    wallet.address,
    wallet.account,
  ])
  return row ?? null
}

export const findWallet = async (ctx: Read, address: string) =>
  (await ctx.sql<WalletRow>(`select ${columns} from wallets where address = $1`, [address]))[0]
export const walletsOfAccounts = dataloader<WalletRow>(
  (read, accounts) =>
    read.sql(`select ${columns} from wallets where account_id = any($1) order by is_primary desc, linked_at, address`, [accounts]),
  (row) => row.account,
)
export const accountsByWallet = (ctx: Read, addresses: readonly string[]) =>
  ctx.sql<{ address: string; account: string }>(`select address, account_id as account from wallets where address = any($1)`, [addresses])

export const findWrappedKey = async (ctx: Read, account: string, address: string) =>
  (
    await ctx.sql<{ key: WrappedKey }>(
      `select wrapped_key as key from wallets where account_id = $1 and address = $2 and wrapped_key is not null`,
      [account, address],
    )
  )[0]?.key

/** Makes `address` the only primary wallet of the account; false when it is not the account's. */
export async function makePrimary(ctx: Ctx, account: string, address: string): Promise<boolean> {
  await ctx.sql(
    `update wallets set is_primary = false where account_id = $1 and is_primary and address <> $2 and exists (select from wallets where account_id = $1 and address = $2)`,
    [account, address],
  )
  return (
    (await ctx.sql(`update wallets set is_primary = true where account_id = $1 and address = $2 returning 1`, [account, address]))
      .length === 1
  )
}

/** Unlinks; the oldest that is left becomes primary if the primary went. */
export async function deleteWallet(ctx: Ctx, account: string, address: string): Promise<boolean> {
  const gone = await ctx.sql<{ wasPrimary: boolean }>(
    `delete from wallets where account_id = $1 and address = $2 returning is_primary as "wasPrimary"`,
    [account, address],
  )
  if (gone[0]?.wasPrimary)
    await ctx.sql(
      `update wallets set is_primary = true where address = (select address from wallets where account_id = $1 order by linked_at, address limit 1)`,
      [account],
    )
  return gone.length === 1
}
