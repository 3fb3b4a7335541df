import type { Wire } from './audience.ts'

export type AccountCreated = { type: 'account.created'; accountId: string; handle: string; name: string }
export type SessionsRevoked = { type: 'sessions.revoked'; accountId: string; sessionIds: string[] }
/** Wallets linked to an account changed: what they hold opens other things than a moment ago. */
export type WalletsChanged = { type: 'wallets.changed'; accountId: string }
/** A way into the account, or where its money goes, was added, removed or redirected. Its own account alone hears of it. */
export type CredentialsChanged = {
  type: 'credentials.changed'
  accountId: string
  change: 'password-set' | 'passkey-added' | 'passkey-removed' | 'wallet-linked' | 'wallet-unlinked' | 'primary-wallet' | 'payout-set'
}

export const accountsWire = {
  'account.created': [],
  'sessions.revoked': [{ topics: ({ accountId }) => [`account:${accountId}`], view: ({ type }) => ({ type }) }],
  'wallets.changed': [{ topics: ({ accountId }) => [`account:${accountId}`], view: ({ type }) => ({ type }) }],
  'credentials.changed': [{ topics: ({ accountId }) => [`account:${accountId}`], view: ({ type }) => ({ type }) }],
} satisfies Wire<AccountCreated | SessionsRevoked | WalletsChanged | CredentialsChanged>
