import { type Address, zeroAddress } from 'viem'
import { readContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import type { ReadingClient } from '../clients.ts'
import type { TierTerms } from './tier-terms.ts'

/** The terms of a tier and how many of its passes are sold; null if it was never set. */
export async function readTier(
  client: ReadingClient,
  { pass, tierId }: { pass: Address; tierId: number },
): Promise<(Required<TierTerms> & { minted: number }) | null> {
  const tier = await readContract(client, { address: pass, abi: accessPassAbi, functionName: 'tierOf', args: [tierId] })
  if (tier.maxSupply === 0n) return null
  return {
    tierId,
    priceWei: tier.price,
    durationS: Number(tier.durationS),
    maxSupply: Number(tier.maxSupply),
    minted: Number(tier.minted),
    perks: tier.perks,
    flags: Number(tier.flags),
    royaltyBps: Number(tier.royaltyBps),
    payToken: tier.payToken === zeroAddress ? null : tier.payToken,
  }
}
