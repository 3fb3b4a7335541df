import { fromBase64url, toBase64url } from './base64url.ts'
import { WalletProblem } from './wallet-problem.ts'
import type { Secret } from './wrap-key.ts'

/** What every passkey is asked to scramble for us: fixed, so that the same passkey always answers the same secret. */
const prfInput = new TextEncoder().encode('CoreFans wallet secret v1')

/** The PRF extension, to be added to the options of a passkey's creation. */
export const prfExtension = { prf: { eval: { first: prfInput } } }

type WithPrf = { prf?: { results?: { first?: BufferSource } } }

/** The PRF secret out of a passkey's answer; null where the passkey has none, or keeps it for the next prompt. */
export function prfSecretOf(credentialId: string, extensions: object): Secret | null {
  const first = (extensions as WithPrf).prf?.results?.first
  if (!first) return null
  const output =
    first instanceof ArrayBuffer
      ? new Uint8Array(first.slice(0))
      : new Uint8Array(first.buffer.slice(first.byteOffset, first.byteOffset + first.byteLength) as ArrayBuffer)
  return { wrap: 'passkey-prf', output, credentialId }
}

/** Whether this browser can use passkeys at all. */
export const hasPasskeys = (): boolean => typeof PublicKeyCredential !== 'undefined'

/**
 * Asks one of these passkeys for its secret. The answer is never sent anywhere: its challenge is our own and
 * nobody checks it, because only the right passkey can make the secret.
 */
export async function askPasskeySecret(credentialIds: readonly string[]): Promise<Secret> {
  const allowCredentials = credentialIds.map((id): PublicKeyCredentialDescriptor => ({ type: 'public-key', id: fromBase64url(id) }))
  const answer = await navigator.credentials.get({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      userVerification: 'required',
      allowCredentials,
      extensions: prfExtension,
    },
  })
  if (!(answer instanceof PublicKeyCredential)) throw new WalletProblem('wallet/passkey-cancelled')
  const secret = prfSecretOf(toBase64url(new Uint8Array(answer.rawId)), answer.getClientExtensionResults())
  if (!secret) throw new WalletProblem('wallet/no-prf')
  return secret
}
