import type { Address } from 'viem'
import type { ReadingClient } from '../clients.ts'
import { platformFeeDown } from '../fees.ts'
import { readTier } from './read-tier.ts'

/** What a purchase or renewal costs now; the fee is part of the total, not on top. */
export type PassQuote = { priceWei: bigint; feeWei: bigint; totalWei: bigint; durationS: number; left: number }

/** The cost of one pass, or of `periods` renewals; null if the tier was never set. */
export async function quotePass(
  client: ReadingClient,
  { pass, tierId, periods = 1 }: { pass: Address; tierId: number; periods?: number },
): Promise<PassQuote | null> {
  const tier = await readTier(client, { pass, tierId })
  if (tier === null) return null
  const totalWei = tier.priceWei * BigInt(periods)
  const { priceWei, durationS } = tier
  return { priceWei, feeWei: platformFeeDown(totalWei), totalWei, durationS, left: tier.maxSupply - tier.minted }
}
