import { me, type Read } from '../../kernel/ctx.ts'
import { presentPasskey, presentSession, presentWallet } from './present.ts'
import { problem } from './problems.ts'
import { findAccount } from './store/accounts.ts'
import { passkeysOf } from './store/passkeys.ts'
import { sessionsOf } from './store/sessions.ts'
import { accountsByWallet, findWrappedKey, type WalletRow, walletsOfAccounts } from './store/wallets.ts'

export const listSessions = async (read: Read) => ({
  items: (await sessionsOf(read, me(read))).map((row) => presentSession(row, read.caller.session)),
  nextCursor: null,
})
export const listPasskeys = async (read: Read) => ({ items: (await passkeysOf(read, me(read))).map(presentPasskey), nextCursor: null })
export const listWallets = async (read: Read) => ({
  items: (await walletsOfAccounts(read, [me(read)])).map(presentWallet),
  nextCursor: null,
})

/** The wrapped key of one of the actor's instant wallets. */
export async function walletKey(read: Read, { address }: { address: string }) {
  const key = await findWrappedKey(read, me(read), address)
  if (!key) throw problem['unknown-wallet']()
  return key
}

/** The wallets of accounts, primary first. */
export async function walletsOf(read: Read, accounts: readonly string[]): Promise<Map<string, WalletRow[]>> {
  const byAccount = new Map<string, WalletRow[]>(accounts.map((account) => [account, []]))
  for (const row of await walletsOfAccounts(read, accounts)) byAccount.get(row.account)?.push(row)
  return byAccount
}

/** Which account linked each wallet; wallets that nobody linked are absent. */
export const accountsOfWallets = async (read: Read, addresses: readonly string[]): Promise<Map<string, string>> =>
  new Map((await accountsByWallet(read, addresses)).map((row) => [row.address, row.account]))

export type AccountFacts = { email: string | null; hasPassword: boolean; role: 'member' | 'moderator' | 'admin'; isDemo: boolean }
/** What /api/me may say of an account. */
export async function accountFacts(read: Read, account: string): Promise<AccountFacts | null> {
  const row = await findAccount(read, account)
  return row ? { email: row.email, hasPassword: row.passwordHash !== null, role: row.role, isDemo: row.isDemo } : null
}
