import type { WalletView } from '@corefans/shared/contracts/accounts.ts'
import { bytesToHex, hexToBytes } from 'viem'
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { api } from '../api.ts'
import { makeSecret } from './make-secret.ts'
import { askPasskeySecret } from './passkey-secret.ts'
import { signChallenge } from './siwe.ts'
import { type Secret, unwrapKey, wrapKey } from './wrap-key.ts'

// Open keys live in this page's memory only: a reload closes them again.
const open = new Map<string, PrivateKeyAccount>()

/** Makes a wallet here, closes its key with the secret, and links it to the account; the server gets what it cannot open. */
export async function createInstantWallet(secret: Secret): Promise<WalletView> {
  const key = generatePrivateKey()
  const account = privateKeyToAccount(key)
  const wrappedKey = await wrapKey(new Uint8Array(hexToBytes(key)), account.address, secret)
  const proof = await signChallenge(account.address, (message) => account.signMessage({ message }))
  const wallet = await api('POST /api/me/wallets', { ...proof, kind: 'instant', wrappedKey })
  open.set(wallet.address, account)
  return wallet
}

/** A wallet closed by the account's passkey: one touch, or two where the account has no passkey yet. */
export const makePasskeyWallet = async (): Promise<WalletView> => createInstantWallet(await makeSecret())

/** The account of an instant wallet: open already, by its passkey, or by the password; null if a password must be asked first. */
export async function openInstantWallet(address: string, password?: string): Promise<PrivateKeyAccount | null> {
  const known = open.get(address)
  if (known) return known
  const key = await instantKey(address, password)
  if (!key) return null
  const account = privateKeyToAccount(key)
  open.set(address, account)
  return account
}

/** The private key itself, asked of its secret anew; for export. Null if a password must be asked first. */
export async function instantKey(address: string, password?: string): Promise<`0x${string}` | null> {
  const wrapped = await api('GET /api/me/wallets/:address/key', { address })
  if (wrapped.wrap === 'password' && password === undefined) return null
  const secret: Secret =
    wrapped.wrap === 'password'
      ? { wrap: 'password', password: password ?? '' }
      : await askPasskeySecret(wrapped.credentialId ? [wrapped.credentialId] : [])
  return bytesToHex(await unwrapKey(wrapped, address, secret))
}
