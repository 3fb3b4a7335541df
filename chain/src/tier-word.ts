import { ROYALTY_BPS } from './fees.ts'
import { TIER_FLAGS } from './pass-id.ts'

// The contract's word: price96 | duration32 | maxSupply32 | tierId32 | perks48 | royalty8 | flags8, from the lowest bit up.
const ROYALTY_STEP_BPS = 10

/** The grace periods that the contract knows. */
export const GRACE_DAYS = [0, 1, 3, 7, 14, 30, 60, 90] as const
export type GraceDays = (typeof GRACE_DAYS)[number]

/** A tier's terms as the chain keeps them; a `durationS` of 0 is for life. */
export type TierWord = {
  tierId: number
  priceWei: bigint
  durationS: number
  maxSupply: number
  perks: bigint
  royaltyBps: number
  flags: number
}

/** The terms as one word, as `setTier` takes them and `TierSet` tells them. */
export function packTier({ tierId, priceWei, durationS, maxSupply, perks, royaltyBps, flags }: TierWord): bigint {
  if (royaltyBps % ROYALTY_STEP_BPS !== 0) throw new RangeError('a royalty has steps of 0.1 %')
  const parts: [bigint, bigint, bigint][] = [
    [priceWei, 0n, 96n],
    [BigInt(durationS), 96n, 32n],
    [BigInt(maxSupply), 128n, 32n],
    [BigInt(tierId), 160n, 32n],
    [perks, 192n, 48n],
    [BigInt(royaltyBps / ROYALTY_STEP_BPS), 240n, 8n],
    [BigInt(flags), 248n, 8n],
  ]
  return parts.reduce((word, [value, at, bits]) => {
    if (value < 0n || value >> bits !== 0n) throw new RangeError(`${value} does not fit ${bits} bits`)
    return word | (value << at)
  }, 0n)
}

/** The terms that a word tells. */
export function unpackTier(word: bigint): TierWord {
  const field = (at: bigint, bits: bigint) => (word >> at) & ((1n << bits) - 1n)
  return {
    priceWei: field(0n, 96n),
    durationS: Number(field(96n, 32n)),
    maxSupply: Number(field(128n, 32n)),
    tierId: Number(field(160n, 32n)),
    perks: field(192n, 48n),
    royaltyBps: Number(field(240n, 8n)) * ROYALTY_STEP_BPS,
    flags: Number(field(248n, 8n)),
  }
}

/** The flags that give a pass this many days of grace. */
export function graceFlag(days: GraceDays): number {
  return GRACE_DAYS.indexOf(days) << 5
}

/** How long access outlives the expiry, in seconds. */
export const graceSOf = (flags: number): number => (GRACE_DAYS[flags >> 5] ?? 0) * 86_400

/** Who may move a pass of these flags. */
export type TransferPolicy = 'markets-only' | 'open' | 'soulbound'

/** The policy that passes sold under these flags keep. */
export function policyOf(flags: number): TransferPolicy {
  if ((flags & TIER_FLAGS.soulbound) !== 0) return 'soulbound'
  return (flags & TIER_FLAGS.open) !== 0 ? 'open' : 'markets-only'
}

/** What a creator gets who does not choose. */
export const DEFAULT_ROYALTY_BPS = Number(ROYALTY_BPS)
