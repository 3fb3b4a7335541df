import type { Address, Hash } from 'viem'
import { getCode, simulateContract, waitForTransactionReceipt, writeContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import { passFactoryAbi } from '../abi/pass-factory.ts'
import type { SigningClient } from '../clients.ts'
import { collectionOf } from './collection-of.ts'
import { createCollection } from './create-collection.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'
import { setTier } from './set-tier.ts'
import { type TierTerms, tierArgs } from './tier-terms.ts'

// The tier's refusals come up through the factory, so its ABI must know them too.
const abi = [...passFactoryAbi, ...accessPassAbi.filter((entry) => entry.type === 'error')] as const

/**
 * Creates the caller's pass collection and its first tier in one transaction; answers its hash. The factory takes prices
 * in the native coin only: with a `payToken` it is two, and a second try after the first of them goes on where it stopped.
 */
export async function createCollectionWithTier(
  client: SigningClient,
  { passFactory, ...terms }: { passFactory: Address } & TierTerms,
): Promise<Hash> {
  await mustBeOnChain(client)
  if (terms.payToken) return createThenSet(client, { passFactory, ...terms })
  const { request } = await simulateContract(client, {
    account: client.account,
    address: passFactory,
    abi,
    functionName: 'createWithTier',
    args: [tierArgs(terms)[0]],
  })
  return writeContract(client, request)
}

async function createThenSet(client: SigningClient, { passFactory, ...terms }: { passFactory: Address } & TierTerms): Promise<Hash> {
  const pass = await collectionOf(client, { passFactory, creator: client.account.address })
  if ((await getCode(client, { address: pass })) === undefined)
    await waitForTransactionReceipt(client, { hash: await createCollection(client, { passFactory }) })
  return setTier(client, { pass, ...terms })
}
