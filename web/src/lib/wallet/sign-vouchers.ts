import { forAnyone, signVoucher } from '@corefans/chain/actions/give-mint.ts'
import { sha256, toBytes } from 'viem'
import { activeWallet, payingWallet } from './active-wallet.ts'
import { toBase64url } from './base64url.ts'
import { chainNowS } from './chain-reads.ts'

type Address = `0x${string}`

/** What a claim link gives: so many passes of a tier, at a price in its own coin, for so many days. */
export type ClaimTerms = { from: string; collection: string; tierId: number; price: bigint; days: number; uses: number; greeting: string }

/** What must happen before anything can be signed. */
export type VoucherNeed = 'no-wallet' | 'password-needed' | 'wrong-network'

const dayS = 86_400n
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))

/**
 * Signs the vouchers of a claim link, and draws its secret. The server is sent the hash of the secret only; all vouchers
 * lie in one word that nobody has used, so one transaction can withdraw them.
 */
export async function signVouchers({ from, collection, tierId, price, days, uses, greeting }: ClaimTerms, password?: string) {
  const wallet = await payingWallet(from)
  if (!wallet) return { is: 'no-wallet' as const }
  const active = await activeWallet(wallet, password)
  if (active.is !== 'ready') return { is: active.is }
  const deadline = (await chainNowS()) + BigInt(days) * dayS
  const word = random(8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  const signatures: string[] = []
  // One after the other: a browser wallet asks for each.
  for (let n = 0n; n < uses; n++) {
    const voucher = { tierId, to: forAnyone, price, nonce: (word << 8n) | n, deadline }
    signatures.push(await signVoucher(active.client, { pass: collection as Address, voucher }))
  }
  const secret = toBase64url(random(16))
  const terms = { collection: collection as Address, tierId, price: price.toString(), deadline: Number(deadline), word: word.toString() }
  const secretHash = sha256(toBytes(secret)).slice(2)
  return { is: 'signed' as const, secret, body: { ...terms, secretHash, greeting: greeting.trim() || null, signatures } }
}
