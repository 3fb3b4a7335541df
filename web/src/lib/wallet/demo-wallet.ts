import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { api } from '../api.ts'

/** The wallet of a seeded person: its key is public test money, so the server hands it out. */
export async function openDemoWallet(): Promise<PrivateKeyAccount> {
  const { privateKey } = await api('GET /api/demo/wallet', {})
  return privateKeyToAccount(privateKey as `0x${string}`)
}
