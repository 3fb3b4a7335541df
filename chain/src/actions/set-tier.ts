import type { Address, Hash } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import type { SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'
import { type TierTerms, tierArgs } from './tier-terms.ts'

/** Sets or changes a tier of the caller's collection; after the first sale no promise can be taken back. */
export async function setTier(client: SigningClient, { pass, ...terms }: { pass: Address } & TierTerms): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: pass,
    abi: accessPassAbi,
    functionName: 'setTier',
    args: tierArgs(terms),
  })
  return writeContract(client, request)
}
