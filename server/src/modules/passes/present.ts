import { PLATFORM_BPS } from '@corefans/chain/fees.ts'
import { serialOf, TIER_FLAGS } from '@corefans/chain/pass-id.ts'
import { graceSOf, policyOf } from '@corefans/chain/tier-word.ts'
import type { HeldView, HoldingView, TierView } from '@corefans/shared/contracts/passes.ts'
import type { Person } from '@corefans/shared/contracts/profiles.ts'
import { priceIn } from '../../kernel/currency.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { isRenewable, isSoldOut, openSupply } from './rules.ts'
import type { TierRow, TokenRow } from './store.ts'

export type TierWords = { name: string; perks: string[] }
export type Held = { holds: boolean; expiresAt: Date | null }

export type TierFacts = { creator: Person; words: TierWords | undefined; held: Held }

type Chain = Pick<ChainPort, 'id' | 'contracts'>

export const presentTier = (chain: Chain, row: TierRow, { creator, words, held }: TierFacts): TierView => ({
  tierId: row.tierId,
  collection: row.collection,
  creator,
  name: words?.name ?? `Tier ${row.tierId}`,
  perks: words?.perks ?? [],
  price: priceIn(chain, row.payToken, row.priceWei),
  durationS: row.durationS === 0 ? null : row.durationS,
  maxSupply: row.maxSupply === openSupply ? null : row.maxSupply,
  minted: row.minted,
  soldOut: isSoldOut(row),
  feeBps: Number(PLATFORM_BPS),
  royaltyBps: row.royaltyBps,
  policy: policyOf(row.flags),
  soulbound: policyOf(row.flags) === 'soulbound',
  graceS: graceSOf(row.flags),
  consumable: (row.flags & TIER_FLAGS.consumable) !== 0,
  renewable: isRenewable(row),
  viewer: { holds: held.holds, expiresAt: held.expiresAt?.toISOString() ?? null },
})

export const presentHolding = (row: TokenRow, tier: TierView, chain: { head: number; confirmations: number }): HoldingView => ({
  tokenId: row.tokenId,
  serial: serialOf(BigInt(row.tokenId)),
  owner: row.owner,
  tier,
  active: row.active,
  consumed: row.consumed,
  policy: policyOf(row.flags),
  royaltyBps: row.royaltyBps,
  graceS: row.graceS,
  moves: row.moves,
  loan: row.holder === row.owner ? null : { to: row.holder, until: row.userUntil?.toISOString() ?? '' },
  giftableAt: giftableAt(row)?.toISOString() ?? null,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  confirmations: { have: Math.max(0, Math.min(chain.confirmations, chain.head - row.changedBlock + 1)), needed: chain.confirmations },
})

/** The same for one of its two sides: whose it is, and who the other one of a loan is. */
export const presentHeld = (holding: HoldingView, sides: { isMine: boolean; other: Person | null }): HeldView => ({
  ...holding,
  isMine: sides.isMine,
  loan: holding.loan && { ...holding.loan, other: sides.other },
})

// The contract remembers gifts in steps of 256 s, and waits for 339 of them.
const giftStepMs = 256_000
const giftSteps = 339

/** From when on the owner may give it away; null if it may be given now as far as gifts go. */
const giftableAt = ({ givenAt, flags }: TokenRow): Date | null =>
  givenAt && policyOf(flags) === 'markets-only' ? new Date((Math.floor(givenAt.getTime() / giftStepMs) + giftSteps) * giftStepMs) : null
