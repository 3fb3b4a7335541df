import { type Address, zeroAddress } from 'viem'
import { TIER_FLAGS } from '../pass-id.ts'
import { DEFAULT_ROYALTY_BPS, packTier } from '../tier-word.ts'

/** The terms on which passes of a tier are sold; a `durationS` of 0 is for life. */
export type TierTerms = {
  tierId: number
  /** In the smallest unit of the pay token, or in wei. */
  priceWei: bigint
  durationS: number
  maxSupply: number
  perks: bigint
  flags: number
  /** 5 % unless the creator chose, in steps of 0.1 %. */
  royaltyBps?: number
  /** The ERC-20 of the price; absent for the native coin. */
  payToken?: Address | null
}

/** The terms as the contracts take them: one word, and the token beside it. */
export function tierArgs({ payToken = null, royaltyBps = DEFAULT_ROYALTY_BPS, flags, ...terms }: TierTerms) {
  const inToken = payToken === null ? 0 : TIER_FLAGS.inToken
  return [packTier({ ...terms, royaltyBps, flags: flags | inToken }), payToken ?? zeroAddress] as const
}
