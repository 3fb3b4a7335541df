import { PLATFORM_BPS, ROYALTY_BPS } from '@corefans/chain/fees.ts'
import { serialOf } from '@corefans/chain/pass-id.ts'
import type { HoldingView, TierView } from '@corefans/shared/contracts/passes.ts'
import type { Person } from '@corefans/shared/contracts/profiles.ts'
import { nativeMoney } from '@corefans/shared/values/money.ts'
import { isRenewable, isSoldOut, isSoulbound, openSupply } from './rules.ts'
import type { TierRow, TokenRow } from './store.ts'

export type TierWords = { name: string; perks: string[] }
export type Held = { holds: boolean; expiresAt: Date | null }

export type TierFacts = { creator: Person; words: TierWords | undefined; held: Held }

export const presentTier = (chainId: number, row: TierRow, { creator, words, held }: TierFacts): TierView => ({
  tierId: row.tierId,
  collection: row.collection,
  creator,
  name: words?.name ?? `Tier ${row.tierId}`,
  perks: words?.perks ?? [],
  price: nativeMoney(chainId, row.priceWei),
  durationS: row.durationS === 0 ? null : row.durationS,
  maxSupply: row.maxSupply === openSupply ? null : row.maxSupply,
  minted: row.minted,
  soldOut: isSoldOut(row),
  feeBps: Number(PLATFORM_BPS),
  royaltyBps: Number(ROYALTY_BPS),
  soulbound: isSoulbound(row.flags),
  renewable: isRenewable(row),
  viewer: { holds: held.holds, expiresAt: held.expiresAt?.toISOString() ?? null },
})

export const presentHolding = (row: TokenRow, tier: TierView, chain: { head: number; confirmations: number }): HoldingView => ({
  tokenId: row.tokenId,
  serial: serialOf(BigInt(row.tokenId)),
  owner: row.owner,
  tier,
  active: row.active,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  confirmations: { have: Math.max(0, Math.min(chain.confirmations, chain.head - row.changedBlock + 1)), needed: chain.confirmations },
})
