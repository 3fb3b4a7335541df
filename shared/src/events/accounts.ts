import type { Wire } from './audience.ts'

export type AccountCreated = { type: 'account.created'; accountId: string; handle: string; name: string }
export type SessionsRevoked = { type: 'sessions.revoked'; accountId: string; sessionIds: string[] }
/** Wallets linked to an account changed: what they hold opens other things than a moment ago. */
export type WalletsChanged = { type: 'wallets.changed'; accountId: string }

export const accountsWire = {
  'account.created': [],
  'sessions.revoked': [{ topics: ({ accountId }) => [`account:${accountId}`], view: ({ type }) => ({ type }) }],
  'wallets.changed': [{ topics: ({ accountId }) => [`account:${accountId}`], view: ({ type }) => ({ type }) }],
} satisfies Wire<AccountCreated | SessionsRevoked | WalletsChanged>
