import { z } from 'zod'
import { contract } from '../contract.ts'
import { Handle } from '../values/handle.ts'
import { Address, AddressView, Id } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { line } from '../values/text.ts'

const Email = z
  .email()
  .max(limits.email)
  .transform((e) => e.toLowerCase())
const Password = z.string().min(limits.passwordMin).max(limits.password)
const Name = line(limits.name).min(1)
const signInRate = { points: 60, per: 'address' } as const
/** What a browser's WebAuthn call answers; its inside is checked by the WebAuthn library against the stored challenge. */
const WebAuthnAnswer = z.looseObject({ id: z.string().max(1024), rawId: z.string().max(1024), type: z.literal('public-key') })
const WebAuthnOptions = z.looseObject({ challenge: z.string() })
const Siwe = { message: z.string().max(2_000), signature: z.string().regex(/^0x[0-9a-fA-F]{2,4096}$/) }

export const SignedIn = z.object({ accountId: Id, handle: z.string() })
export type SignedIn = z.infer<typeof SignedIn>

export const signUp = contract('POST /api/accounts', {
  summary: 'Create an account with email and password, and sign in',
  who: 'public',
  input: z.strictObject({ handle: Handle, name: Name, email: Email, password: Password }),
  output: SignedIn,
  status: 201,
  problems: ['accounts/email-taken', 'profiles/handle-taken'],
  rate: signInRate,
})

export const signInWithPassword = contract('POST /api/sessions', {
  summary: 'Sign in with email and password',
  who: 'public',
  input: z.strictObject({ email: Email, password: z.string().max(limits.password) }),
  output: SignedIn,
  problems: ['accounts/wrong-credentials'],
  rate: signInRate,
})

export const signOut = contract('DELETE /api/sessions/current', {
  summary: 'End this session',
  who: 'account',
  input: z.strictObject({}),
  output: z.null(),
  status: 204,
  problems: [],
})

export const SessionView = z.object({
  id: Id,
  current: z.boolean(),
  device: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type SessionView = z.infer<typeof SessionView>
export const listSessions = contract('GET /api/sessions', {
  summary: 'The open sessions of this account',
  who: 'account',
  input: z.strictObject({}),
  output: z.object({ items: z.array(SessionView), nextCursor: z.null() }),
  problems: [],
})
export const revokeSession = contract('DELETE /api/sessions/:sessionId', {
  summary: 'End one session; its sockets are closed',
  who: 'account',
  input: z.strictObject({ sessionId: Id }),
  output: z.null(),
  status: 204,
  problems: ['accounts/unknown-session'],
})
export const revokeOtherSessions = contract('POST /api/sessions/revoke-others', {
  summary: 'End every session but this one',
  who: 'account',
  input: z.strictObject({}),
  output: z.object({ revoked: z.number().int() }),
  problems: [],
})

export const changePassword = contract('PUT /api/me/password', {
  summary: 'Set or change the password; other sessions end and this one is rotated',
  who: 'account',
  fresh: true,
  input: z.strictObject({ current: z.string().max(limits.password).optional(), next: Password }),
  output: SignedIn,
  problems: ['accounts/wrong-credentials', 'accounts/fresh-sign-in'],
  rate: { points: 10, per: 'account' },
})

export const passkeySignUpOptions = contract('POST /api/passkeys/sign-up-options', {
  summary: 'Begin an account with a passkey',
  who: 'public',
  input: z.strictObject({ handle: Handle, name: Name }),
  output: WebAuthnOptions,
  problems: ['profiles/handle-taken'],
  rate: signInRate,
})
export const passkeySignUp = contract('POST /api/passkeys/sign-up', {
  summary: 'Create an account with the passkey just made, and sign in',
  who: 'public',
  input: z.strictObject({ handle: Handle, name: Name, answer: WebAuthnAnswer }),
  output: SignedIn,
  status: 201,
  problems: ['accounts/challenge-used', 'accounts/passkey-refused', 'profiles/handle-taken'],
  rate: signInRate,
})
export const passkeySignInOptions = contract('POST /api/passkeys/sign-in-options', {
  summary: 'Begin sign-in with a passkey',
  who: 'public',
  input: z.strictObject({}),
  output: WebAuthnOptions,
  problems: [],
  rate: signInRate,
})
export const passkeySignIn = contract('POST /api/passkeys/sign-in', {
  summary: 'Sign in with a passkey',
  who: 'public',
  input: z.strictObject({ answer: WebAuthnAnswer }),
  output: SignedIn,
  problems: ['accounts/challenge-used', 'accounts/passkey-refused'],
  rate: signInRate,
})
export const passkeyAddOptions = contract('POST /api/me/passkeys/options', {
  summary: 'Begin adding a passkey',
  who: 'account',
  fresh: true,
  input: z.strictObject({}),
  output: WebAuthnOptions,
  problems: ['accounts/fresh-sign-in'],
})
export const passkeyAdd = contract('POST /api/me/passkeys', {
  summary: 'Add a passkey to this account',
  who: 'account',
  fresh: true,
  input: z.strictObject({ answer: WebAuthnAnswer }),
  output: z.object({ id: z.string() }),
  status: 201,
  problems: ['accounts/challenge-used', 'accounts/passkey-refused', 'accounts/fresh-sign-in'],
})
export const listPasskeys = contract('GET /api/me/passkeys', {
  summary: 'The passkeys of this account',
  who: 'account',
  input: z.strictObject({}),
  output: z.object({
    items: z.array(z.object({ id: z.string(), createdAt: z.iso.datetime(), lastUsedAt: z.iso.datetime().nullable() })),
    nextCursor: z.null(),
  }),
  problems: [],
})
export const removePasskey = contract('DELETE /api/me/passkeys/:passkeyId', {
  summary: 'Remove a passkey',
  who: 'account',
  fresh: true,
  input: z.strictObject({ passkeyId: z.string().max(1024) }),
  output: z.null(),
  status: 204,
  problems: ['accounts/unknown-passkey', 'accounts/last-way-in', 'accounts/fresh-sign-in'],
})

export const walletChallenge = contract('POST /api/wallets/challenge', {
  summary: 'A single-use nonce and the fields that a Sign-In with Ethereum message must carry (EIP-4361)',
  who: 'viewer',
  input: z.strictObject({}),
  output: z.object({
    nonce: z.string(),
    domain: z.string(),
    uri: z.string(),
    chainId: z.number().int(),
    issuedAt: z.iso.datetime(),
    expirationTime: z.iso.datetime(),
  }),
  problems: [],
  rate: signInRate,
})
const siweProblems = [
  'accounts/siwe-domain',
  'accounts/siwe-nonce',
  'accounts/siwe-expired',
  'accounts/siwe-chain',
  'accounts/siwe-signature',
] as const
export const signInWithWallet = contract('POST /api/sessions/wallet', {
  summary: 'Sign in with a linked wallet; with handle and name a wallet that nobody linked makes a new account',
  who: 'public',
  input: z.strictObject({ ...Siwe, handle: Handle.optional(), name: Name.optional() }),
  output: SignedIn,
  problems: [...siweProblems, 'accounts/unknown-wallet', 'profiles/handle-taken'],
  rate: signInRate,
})

/** A private key wrapped in the browser (AES-256-GCM). The server stores it and cannot open it. */
export const WrappedKey = z.strictObject({
  wrap: z.enum(['passkey-prf', 'password']),
  salt: z.string().max(200),
  iv: z.string().max(200),
  ciphertext: z.string().max(2_000),
  credentialId: z.string().max(1024).optional(),
})
export type WrappedKey = z.infer<typeof WrappedKey>
export const WalletView = z.object({
  address: AddressView,
  kind: z.enum(['browser', 'instant', 'demo']),
  primary: z.boolean(),
  linkedAt: z.iso.datetime(),
})
export type WalletView = z.infer<typeof WalletView>
export const linkWallet = contract('POST /api/me/wallets', {
  summary: 'Link a wallet by its signature; an instant wallet brings its wrapped key',
  who: 'account',
  fresh: true,
  input: z.strictObject({ ...Siwe, kind: z.enum(['browser', 'instant']), wrappedKey: WrappedKey.optional() }),
  output: WalletView,
  status: 201,
  problems: [...siweProblems, 'accounts/wallet-taken', 'accounts/fresh-sign-in'],
})
export const listWallets = contract('GET /api/me/wallets', {
  summary: 'The wallets of this account',
  who: 'account',
  input: z.strictObject({}),
  output: z.object({ items: z.array(WalletView), nextCursor: z.null() }),
  problems: [],
})
export const walletKey = contract('GET /api/me/wallets/:address/key', {
  summary: 'The wrapped key of an instant wallet',
  who: 'account',
  input: z.strictObject({ address: Address }),
  output: WrappedKey,
  problems: ['accounts/unknown-wallet'],
})
export const setPrimaryWallet = contract('PUT /api/me/wallets/:address/primary', {
  summary: 'Make a wallet the one that pays and is paid by default; within ten minutes of a sign-in',
  who: 'account',
  fresh: true,
  input: z.strictObject({ address: Address }),
  output: WalletView,
  problems: ['accounts/unknown-wallet', 'accounts/fresh-sign-in'],
})
export const unlinkWallet = contract('DELETE /api/me/wallets/:address', {
  summary: 'Unlink a wallet; what it holds opens nothing for this account any more.; within ten minutes of a sign-in',
  who: 'account',
  fresh: true,
  input: z.strictObject({ address: Address }),
  output: z.null(),
  status: 204,
  problems: ['accounts/unknown-wallet', 'accounts/last-way-in', 'accounts/fresh-sign-in'],
})
