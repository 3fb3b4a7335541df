import type { Wire } from './audience.ts'

/** A tier appeared or changed on the chain, or its supply moved. */
export type TierChanged = { type: 'tier.changed'; creatorId: string; tierId: number }
export type PassMinted = { type: 'pass.minted'; creatorId: string; tierId: number; tokenId: string; buyerId: string | null; txHash: string }
export type PassRenewed = {
  type: 'pass.renewed'
  creatorId: string
  tierId: number
  tokenId: string
  holderId: string | null
  expiresAt: string | null
}
export type PassTransferred = {
  type: 'pass.transferred'
  creatorId: string
  tierId: number
  tokenId: string
  fromId: string | null
  toId: string | null
  txHash: string
  /** Sold through the market, else given away. */
  isSale: boolean
}
/** The single use of a pass was spent by its owner. */
export type PassUsed = { type: 'pass.used'; creatorId: string; tierId: number; tokenId: string; ownerId: string | null }
/** What an account may open changed, by purchase, transfer, expiry or reorg: its pages ask again. */
export type AccessChanged = {
  type: 'access.changed'
  accountId: string
  creatorId: string
  reason: 'bought' | 'received' | 'sent' | 'sold' | 'lent' | 'returned' | 'renewed' | 'expired' | 'reorg' | 'wallets'
}

export const passesWire = {
  'tier.changed': [
    { topics: ({ creatorId }) => [`profile:${creatorId}`], view: ({ type, creatorId, tierId }) => ({ type, creatorId, tierId }) },
  ],
  'access.changed': [
    { topics: ({ accountId }) => [`account:${accountId}`], view: ({ type, creatorId, reason }) => ({ type, creatorId, reason }) },
  ],
  'pass.minted': [],
  'pass.renewed': [],
  'pass.transferred': [],
  'pass.used': [],
} satisfies Wire<TierChanged | AccessChanged | PassMinted | PassRenewed | PassTransferred | PassUsed>
