import type { Read } from '../../kernel/ctx.ts'
import { accountsOfWallets, walletsOf } from '../accounts/index.ts'
import { accountsOfPayouts, payoutSplits } from './store.ts'

/** Where an account is paid: its team's split if it has chosen one, else its primary wallet; null without either. */
export async function payoutOf(read: Read, account: string): Promise<string | null> {
  const [chosen] = await payoutSplits(read, [account])
  if (chosen) return chosen.split
  return (await walletsOf(read, [account])).get(account)?.[0]?.address ?? null
}

/** Whose each address is: a wallet's account, or the account whose earnings go to a split. */
export async function accountsPaidAt(read: Read, addresses: readonly string[]): Promise<Map<string, string>> {
  const unique = [...new Set(addresses)]
  const accounts = await accountsOfWallets(read, unique)
  const rest = unique.filter((address) => !accounts.has(address))
  for (const { split, accountId } of rest.length > 0 ? await accountsOfPayouts(read, rest) : []) accounts.set(split, accountId)
  return accounts
}
