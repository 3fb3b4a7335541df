import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { api } from '../api.ts'
import { ApiProblem, sentenceOf } from '../problem.ts'
import { prfExtension, prfSecretOf } from './passkey-secret.ts'
import { WalletProblem } from './wallet-problem.ts'
import type { Secret } from './wrap-key.ts'

type Options = { challenge: string }
type Answer = { id: string; rawId: string; type: 'public-key' }
/** A passkey that was just made; `secret` only where the device hands it out at once. */
export type NewPasskey = { answer: Answer; secret: Secret | null }

/** Has the device make a passkey that can also close a wallet. What its PRF says stays in this page. */
export async function createPasskey(options: Options): Promise<NewPasskey> {
  const optionsJSON = {
    ...(options as unknown as PublicKeyCredentialCreationOptionsJSON),
    extensions: { credProps: true, ...prfExtension },
  }
  const answer = await startRegistration({ optionsJSON })
  return { answer: withoutSecrets(answer), secret: prfSecretOf(answer.id, answer.clientExtensionResults) }
}

/** Has the person choose a passkey of theirs. */
export async function answerPasskey(options: Options): Promise<Answer> {
  return withoutSecrets(await startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }))
}

/**
 * Asks one of these passkeys for its secret and signs in with the same touch: what a wallet is made with is fresh, and
 * nobody is asked twice. The secret stays here.
 */
export async function signInForSecret(credentialIds: readonly string[]): Promise<Secret> {
  const options = (await api('POST /api/passkeys/sign-in-options', {})) as unknown as PublicKeyCredentialRequestOptionsJSON
  const allowCredentials = credentialIds.map((id) => ({ id, type: 'public-key' as const }))
  // The library passes extensions on as they are; its type knows none of them yet.
  const optionsJSON = { ...options, allowCredentials, ...{ extensions: prfExtension as object } }
  const answer = { ...(await startAuthentication({ optionsJSON })) }
  const secret = prfSecretOf(answer.id, answer.clientExtensionResults)
  if (!secret) throw new WalletProblem('wallet/no-prf')
  await api('POST /api/passkeys/sign-in', { answer: withoutSecrets(answer) })
  return secret
}

/** The PRF result opens wallets: it never travels. */
const withoutSecrets = <A extends Answer & { clientExtensionResults: object }>(answer: A): A => ({ ...answer, clientExtensionResults: {} })

const words: Record<string, string> = {
  NotAllowedError: 'No passkey was used. Try again, or choose another way',
  AbortError: 'That was interrupted. Try again',
  InvalidStateError: 'This device already has a passkey for this account',
  NotSupportedError: 'This device cannot make a passkey that fits. Choose another way',
  SecurityError: 'Passkeys do not work at this address. Open CoreFans by its own name',
  ConstraintError: 'This device cannot keep passkeys. Choose another way',
}

/** One human sentence for whatever went wrong with a passkey. */
export function passkeySentence(error: unknown): string {
  if (error instanceof ApiProblem) return sentenceOf(error)
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return (cause instanceof Error && words[cause.name]) || 'The passkey did not work. Try again, or choose another way'
}
