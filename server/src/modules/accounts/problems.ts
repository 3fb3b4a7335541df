import { problems } from '../../kernel/errors.ts'
import { violations } from '../../kernel/violations.ts'

export const problem = problems('accounts', {
  'email-taken': [409, 'Another account has this email'],
  'wrong-credentials': [401, 'Email or password is wrong'],
  'unknown-session': [404, 'There is no such session'],
  'challenge-used': [401, 'This sign-in was already used or has expired; start again'],
  'passkey-refused': [401, 'The passkey could not be verified'],
  'unknown-passkey': [404, 'There is no such passkey'],
  'fresh-sign-in': [403, 'Sign in again first: this changes who gets in or who is paid'],
  'last-way-in': [409, 'This is the last way into the account; add another first'],
  'siwe-domain': [401, 'The signed message names another site'],
  'siwe-nonce': [401, 'The signed message was already used or its nonce is not ours'],
  'siwe-expired': [401, 'The signed message has expired or is not valid yet'],
  'siwe-chain': [401, 'The signed message names another chain'],
  'siwe-signature': [401, 'The signature does not fit the message'],
  'unknown-wallet': [404, 'No account has linked this wallet'],
  'wallet-taken': [409, 'Another account has linked this wallet'],
})

violations({
  accounts_email_key: problem['email-taken'],
  passkeys_pkey: problem['passkey-refused'],
  wallets_pkey: problem['wallet-taken'],
})
