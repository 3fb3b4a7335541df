/*
 * A wallet's private key, closed in the browser so that the server can keep it and cannot open it.
 * 1. secret → AES key: a passkey's PRF output (32 random bytes) by HKDF-SHA256; a password by PBKDF2-SHA256, 600,000
 *    rounds (OWASP 2023), about 0.2 s on a laptop of 2020. The salt is new for each wrapping.
 * 2. AES-256-GCM with the wallet's address as additional data: a ciphertext put beside another address does not open.
 */
import type { WrappedKey } from '@corefans/shared/contracts/accounts.ts'
import { fromBase64url, toBase64url } from './base64url.ts'

/** What closes and opens a key: the output of a passkey's PRF, or a password. */
export type Secret = { wrap: 'passkey-prf'; output: Uint8Array<ArrayBuffer>; credentialId: string } | { wrap: 'password'; password: string }

/** The secret does not open this key. */
export class WrongSecret extends Error {}

const rounds = 600_000
const info = new TextEncoder().encode('CoreFans wallet key v1')

/** Closes a private key for one address; two wrappings of the same key look nothing alike. */
export async function wrapKey(key: Uint8Array<ArrayBuffer>, address: string, secret: Secret): Promise<WrappedKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const ciphertext = await crypto.subtle.encrypt(gcm(iv, address), await aesKey(secret, salt), key)
  const wrapped = { wrap: secret.wrap, salt: toBase64url(salt), iv: toBase64url(iv), ciphertext: toBase64url(new Uint8Array(ciphertext)) }
  return secret.wrap === 'passkey-prf' ? { ...wrapped, credentialId: secret.credentialId } : wrapped
}

/** Opens what `wrapKey` closed; refuses another secret, another address and any changed byte with `WrongSecret`. */
export async function unwrapKey(wrapped: WrappedKey, address: string, secret: Secret): Promise<Uint8Array<ArrayBuffer>> {
  if (wrapped.wrap !== secret.wrap) throw new WrongSecret()
  try {
    const key = await aesKey(secret, fromBase64url(wrapped.salt))
    return new Uint8Array(await crypto.subtle.decrypt(gcm(fromBase64url(wrapped.iv), address), key, fromBase64url(wrapped.ciphertext)))
  } catch {
    // WebCrypto says only OperationError, whatever was wrong.
    throw new WrongSecret()
  }
}

const gcm = (iv: Uint8Array<ArrayBuffer>, address: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(address.toLowerCase()),
})

async function aesKey(secret: Secret, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const isPassword = secret.wrap === 'password'
  const material = isPassword ? new TextEncoder().encode(secret.password.normalize('NFKC')) : secret.output
  const derivation = isPassword
    ? { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
    : { name: 'HKDF', hash: 'SHA-256', salt, info }
  const base = await crypto.subtle.importKey('raw', material, derivation.name, false, ['deriveKey'])
  return crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}
