import { api } from '../../lib/api.ts'
import { createPasskey } from '../../lib/wallet/passkey.ts'
import { askPasskeySecret } from '../../lib/wallet/passkey-secret.ts'
import type { Secret } from '../../lib/wallet/wrap-key.ts'

/** The secret that will close a new wallet: of a passkey the account has, or of one that is added to it now. */
export async function makeSecret(): Promise<Secret> {
  const { items } = await api('GET /api/me/passkeys', {})
  if (items.length > 0) return askPasskeySecret(items.map(({ id }) => id))
  const { answer, secret } = await createPasskey(await api('POST /api/me/passkeys/options', {}))
  await api('POST /api/me/passkeys', { answer })
  return secret ?? askPasskeySecret([answer.id])
}
