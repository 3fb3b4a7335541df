import { graceSOf } from '@corefans/chain/tier-word.ts'
import type { PassChange } from './rules.ts'

/** A tier and a token as our tables keep them; times in seconds. */
export type TierState = {
  collection: string
  tierId: number
  priceWei: bigint
  durationS: number
  maxSupply: number
  flags: number
  royaltyBps: number
  perks: bigint
  payToken: string | null
  minted: number
}
export type TokenState = {
  collection: string
  tokenId: bigint
  tierId: number
  owner: string
  expiresAtS: bigint | null
  mintedBlock: number
  changedBlock: number
  /** Since when it is its owner's. */
  ownedSinceS: number
  flags: number
  royaltyBps: number
  graceS: number
  user: string | null
  userUntilS: bigint | null
  moves: number
  givenAtS: number | null
  consumed: boolean
}
export type PassState = {
  collections: Map<string, { collection: string; creatorWallet: string; block: number }>
  tiers: Map<string, TierState>
  tokens: Map<string, TokenState>
  /** Vouchers that these changes have spent. */
  vouchers: Map<string, { collection: string; nonce: bigint; passId: bigint | null }>
}

export const tierKey = (change: { collection: string; tierId: number }): string => `${change.collection}/${change.tierId}`
export const tokenKey = (change: { collection: string; tokenId: bigint }): string => `${change.collection}/${change.tokenId}`

// A loan may end later than a database can tell: the last second of the year 9999 is late enough.
const LAST_S = 253_402_300_799n

type Of<K extends PassChange['kind']> = Extract<PassChange, { kind: K }>
type Fold<K extends PassChange['kind']> = (state: PassState, change: Of<K>) => void

const blankTier = (collection: string, tierId: number): TierState => ({
  ...{ collection, tierId, priceWei: 0n, durationS: 0, maxSupply: 0, flags: 0, royaltyBps: 0, perks: 0n, payToken: null, minted: 0 },
})

const change =
  <K extends PassChange['kind'] & ('move' | 'expiry' | 'loan' | 'use' | 'end')>(
    to: (token: TokenState, change: Of<K>) => Partial<TokenState>,
  ): Fold<K> =>
  (state, one) => {
    const token = state.tokens.get(tokenKey(one))
    if (token) Object.assign(token, to(token, one), { changedBlock: (one as PassChange).block })
  }

const folds: { [K in PassChange['kind']]: Fold<K> } = {
  collection: ({ collections }, { collection, creatorWallet, block }) =>
    void collections.set(collection, { collection, creatorWallet, block }),
  tier: ({ tiers }, { collection, tierId, priceWei, durationS, maxSupply, flags, royaltyBps, perks }) => {
    const tier = tiers.get(tierKey({ collection, tierId })) ?? blankTier(collection, tierId)
    tiers.set(tierKey(tier), { ...tier, priceWei, durationS, maxSupply, flags, royaltyBps, perks })
  },
  'pay-token': ({ tiers }, { collection, tierId, payToken }) => {
    const tier = tiers.get(tierKey({ collection, tierId })) ?? blankTier(collection, tierId)
    tiers.set(tierKey(tier), { ...tier, payToken })
  },
  mint: ({ tiers, tokens }, { collection, tokenId, tierId, owner, block, atS }) => {
    const tier = tiers.get(tierKey({ collection, tierId })) ?? blankTier(collection, tierId)
    tiers.set(tierKey(tier), { ...tier, minted: tier.minted + 1 })
    const { flags, royaltyBps } = tier
    const kept = { flags, royaltyBps, graceS: graceSOf(flags), user: null, userUntilS: null, moves: 0, givenAtS: null, consumed: false }
    tokens.set(tokenKey({ collection, tokenId }), {
      ...{ collection, tokenId, tierId, owner, expiresAtS: null, mintedBlock: block, changedBlock: block },
      ownedSinceS: atS,
      ...kept,
    })
  },
  move: change<'move'>((token, { owner, atS, isSale }) => ({
    ...{ owner, ownedSinceS: atS, moves: token.moves + 1, user: null, userUntilS: null },
    givenAtS: isSale ? token.givenAtS : atS,
  })),
  // The first expiry is the sale's own. A renewal counts as a move: whoever listed the pass listed the time that it had
  // then. It always ends later than now; a cancellation never does, and is told again as an end. Paying for a pass that
  // was ended restores its grace.
  expiry: change<'expiry'>((token, { expiresAtS, atS }) =>
    token.expiresAtS !== null && expiresAtS > BigInt(atS)
      ? { expiresAtS, moves: token.moves + 1, graceS: graceSOf(token.flags) }
      : { expiresAtS },
  ),
  loan: change<'loan'>((token, { user, untilS }) => ({
    user,
    userUntilS: user === null ? null : untilS < LAST_S ? untilS : LAST_S,
    moves: token.moves + 1,
  })),
  use: change<'use'>(() => ({ consumed: true })),
  voucher: ({ vouchers }, { collection, nonces, passId }) => {
    for (const nonce of nonces) {
      const key = `${collection}/${nonce}`
      vouchers.set(key, { collection, nonce, passId: vouchers.get(key)?.passId ?? passId })
    }
  },
  end: change<'end'>((token) => ({ graceS: 0, moves: token.moves + 1 })),
}

/** Changes in chain order, applied to what was known; the state is what a replay gives. */
export function project(state: PassState, changes: readonly PassChange[]): void {
  for (const one of changes) folds[one.kind](state, one as never)
}
