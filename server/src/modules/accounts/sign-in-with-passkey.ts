import { type AuthenticationResponseJSON, generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Ctx } from '../../kernel/ctx.ts'
import { openSession } from './open-session.ts'
import { problem } from './problems.ts'
import { insertChallenge, useChallenge } from './store/challenges.ts'
import { findPasskey, notePasskeyUse } from './store/passkeys.ts'
import { challengeMs, type RelyingParty } from './webauthn.ts'

export const passkeySignInOptions = (rp: RelyingParty) => async (ctx: Ctx) => {
  const options = await generateAuthenticationOptions({ rpID: rp.rpID, userVerification: 'required' })
  await insertChallenge(ctx, {
    nonce: options.challenge,
    kind: 'passkey-sign-in',
    account: null,
    expiresAt: new Date(ctx.now.getTime() + challengeMs),
  })
  return { ...options }
}

/** Signs in with a discoverable passkey; the account is the one the passkey was made for. */
export const passkeySignIn =
  (rp: RelyingParty) =>
  async (signedIn: Ctx, input: { answer: { id: string } }): Promise<string> => {
    const ctx = { ...signedIn, actor: null }
    const passkey = await findPasskey(ctx, input.answer.id)
    if (!passkey) throw problem['passkey-refused']()
    let ours = false
    const outcome = await verifyAuthenticationResponse({
      response: input.answer as unknown as AuthenticationResponseJSON,
      expectedChallenge: async (challenge) => {
        ours = await useChallenge(ctx, challenge, 'passkey-sign-in')
        return ours
      },
      expectedOrigin: rp.origin,
      expectedRPID: rp.rpID,
      credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
    }).catch(() => null)
    if (!outcome?.verified) throw ours ? problem['passkey-refused']() : problem['challenge-used']()
    await notePasskeyUse(ctx, passkey.id, outcome.authenticationInfo.newCounter)
    await openSession(ctx, passkey.account)
    return passkey.account
  }
