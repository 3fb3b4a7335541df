import { generateRegistrationOptions, type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { createAccount } from './create-account.ts'
import { openSession } from './open-session.ts'
import { problem } from './problems.ts'
import { type ChallengeKind, insertChallenge, useChallenge } from './store/challenges.ts'
import { insertPasskey, passkeysOf } from './store/passkeys.ts'
import { challengeMs, type RelyingParty } from './webauthn.ts'

type Kind = Extract<ChallengeKind, 'passkey-sign-up' | 'passkey-add'>

async function optionsFor(ctx: Ctx, rp: RelyingParty, kind: Kind, user: { handle: string; name: string }) {
  const known = ctx.actor ? await passkeysOf(ctx, ctx.actor) : []
  const options = await generateRegistrationOptions({
    rpName: rp.rpName,
    rpID: rp.rpID,
    userName: user.handle,
    userDisplayName: user.name,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map((passkey) => ({ id: passkey.id })),
  })
  await insertChallenge(ctx, { nonce: options.challenge, kind, account: ctx.actor, expiresAt: new Date(ctx.now.getTime() + challengeMs) })
  return { ...options }
}

async function verified(ctx: Ctx, rp: RelyingParty, kind: Kind, answer: unknown) {
  let ours = false
  const outcome = await verifyRegistrationResponse({
    response: answer as RegistrationResponseJSON,
    expectedChallenge: async (challenge) => {
      ours = await useChallenge(ctx, challenge, kind)
      return ours
    },
    expectedOrigin: rp.origin,
    expectedRPID: rp.rpID,
  }).catch(() => null)
  if (outcome?.verified) return outcome.registrationInfo.credential
  throw ours ? problem['passkey-refused']() : problem['challenge-used']()
}

export const passkeySignUpOptions = (rp: RelyingParty) => (ctx: Ctx, input: { handle: string; name: string }) =>
  optionsFor({ ...ctx, actor: null }, rp, 'passkey-sign-up', input)

/** A new account whose way in is the passkey just made, signed in. */
export const passkeySignUp = (rp: RelyingParty) => async (signedIn: Ctx, input: { handle: string; name: string; answer: unknown }) => {
  const ctx = { ...signedIn, actor: null }
  const credential = await verified(ctx, rp, 'passkey-sign-up', input.answer)
  const accountId = await createAccount(ctx, input)
  await keep(ctx, accountId, credential)
  await openSession(ctx, accountId)
  return { accountId, handle: input.handle }
}

export const passkeyAddOptions = (rp: RelyingParty) => (ctx: Ctx) =>
  optionsFor(ctx, rp, 'passkey-add', { handle: me(ctx), name: 'CoreFans' })

/** Adds a passkey to the actor's account. */
export const passkeyAdd = (rp: RelyingParty) => async (ctx: Ctx, input: { answer: unknown }) => {
  const credential = await verified(ctx, rp, 'passkey-add', input.answer)
  await keep(ctx, me(ctx), credential)
  await ctx.emit({ type: 'credentials.changed', accountId: me(ctx), change: 'passkey-added' })
  return { id: credential.id }
}

async function keep(ctx: Ctx, account: string, credential: Awaited<ReturnType<typeof verified>>): Promise<void> {
  const isNew = await insertPasskey(ctx, {
    id: credential.id,
    account,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
  })
  if (!isNew) throw problem['passkey-refused']()
}
