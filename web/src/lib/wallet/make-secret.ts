import { api } from '../api.ts'
import { createPasskey, signInForSecret } from './passkey.ts'
import type { Secret } from './wrap-key.ts'

/** The secret that will close a new wallet: of a passkey the account has, or of one that is added to it now. */
export async function makeSecret(): Promise<Secret> {
  const { items } = await api('GET /api/me/passkeys', {})
  if (items.length > 0) return signInForSecret(items.map(({ id }) => id))
  const { answer, secret } = await createPasskey(await api('POST /api/me/passkeys/options', {}))
  await api('POST /api/me/passkeys', { answer })
  return secret ?? signInForSecret([answer.id])
}
