import type { Address, Hash } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import { passFactoryAbi } from '../abi/pass-factory.ts'
import type { SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'
import { type TierTerms, tierArgs } from './tier-terms.ts'

// The tier's refusals come up through the factory, so its ABI must know them too.
const abi = [...passFactoryAbi, ...accessPassAbi.filter((entry) => entry.type === 'error')] as const

/** Creates the caller's pass collection and its first tier, priced in the native coin, in one transaction. */
export async function createCollectionWithTier(
  client: SigningClient,
  { passFactory, ...terms }: { passFactory: Address } & Omit<TierTerms, 'payToken'>,
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: passFactory,
    abi,
    functionName: 'createWithTier',
    args: [tierArgs(terms)[0]],
  })
  return writeContract(client, request)
}
