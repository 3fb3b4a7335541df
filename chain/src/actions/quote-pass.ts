import type { Address } from 'viem'
import { readContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import type { ReadingClient } from '../clients.ts'
import { platformFeeDown } from '../fees.ts'
import { readTier } from './read-tier.ts'

/** What a purchase or renewal costs now; the fee is part of the total, not on top. */
export type PassQuote = { priceWei: bigint; feeWei: bigint; totalWei: bigint; periods: number; durationS: number; left: number }

/** The cost of one pass, or of the fewest periods that renew the pass `renews` now; null if the tier was never set. */
export async function quotePass(
  client: ReadingClient,
  { pass, tierId, renews }: { pass: Address; tierId: number; renews?: bigint },
): Promise<PassQuote | null> {
  const tier = await readTier(client, { pass, tierId })
  if (tier === null) return null
  // Days of grace that were used are owed, so one period may not be enough.
  const least =
    renews === undefined
      ? 1n
      : await readContract(client, { address: pass, abi: accessPassAbi, functionName: 'leastPeriods', args: [renews] })
  const periods = Math.max(1, Number(least))
  const totalWei = tier.priceWei * BigInt(periods)
  const { priceWei, durationS } = tier
  return { priceWei, feeWei: platformFeeDown(totalWei), totalWei, periods, durationS, left: tier.maxSupply - tier.minted }
}
