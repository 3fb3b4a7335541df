import type { SigningClient } from '@corefans/chain/clients.ts'
import type { WalletView } from '@corefans/shared/contracts/accounts.ts'
import { api } from '../api.ts'
import { chainConfig, localClient } from './chain-client.ts'
import { hasPasskeys } from './passkey-secret.ts'
import { WalletProblem } from './wallet-problem.ts'

/** A wallet that can sign now, or what must happen first. */
export type ActiveWallet = { is: 'ready'; client: SigningClient } | { is: 'password-needed' } | { is: 'wrong-network'; chainId: number }

/** The wallet that pays: the one asked for, else the primary one; null for an account without any. */
export async function payingWallet(from?: string): Promise<WalletView | null> {
  const { items } = await api('GET /api/me/wallets', {})
  if (!from) return items.find((wallet) => wallet.primary) ?? items[0] ?? null
  const asked = items.find((wallet) => wallet.address === from.toLowerCase())
  if (!asked) throw new WalletProblem('wallet/not-linked')
  return asked
}

/** A first wallet, closed by the account's passkey. */
export const makePasskeyWallet = (): Promise<WalletView> => import('./instant-wallet.ts').then((instant) => instant.makePasskeyWallet())

/** The wallet that signs: the one that pays, or a first one made by the passkey; null where the browser has none. */
export const signingWallet = async (): Promise<WalletView | null> =>
  (await payingWallet()) ?? (hasPasskeys() ? await makePasskeyWallet() : null)

/** Opens a wallet for signing, whatever its kind: asks the passkey, the password, or the wallet in the browser. */
export async function activeWallet(wallet: WalletView, password?: string): Promise<ActiveWallet> {
  if (wallet.kind === 'browser') return activeBrowserWallet(wallet.address)
  const account = await (wallet.kind === 'demo'
    ? import('./demo-wallet.ts').then((demo) => demo.openDemoWallet())
    : import('./instant-wallet.ts').then((instant) => instant.openInstantWallet(wallet.address, password)))
  return account ? { is: 'ready', client: await localClient(account) } : { is: 'password-needed' }
}

async function activeBrowserWallet(address: string): Promise<ActiveWallet> {
  const { connectBrowserWallet } = await import('./browser-wallet.ts')
  const { client, chainId } = await connectBrowserWallet({ address })
  const ours = await chainConfig()
  return chainId === ours.id ? { is: 'ready', client } : { is: 'wrong-network', chainId }
}
