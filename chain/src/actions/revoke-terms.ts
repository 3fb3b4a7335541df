import type { Address, Hash } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { tokenFactoryAbi } from '../abi/token-factory.ts'
import type { SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** Voids all terms the caller has signed so far: whoever kept a copy can do nothing with it. */
export async function revokeTerms(client: SigningClient, { tokenFactory }: { tokenFactory: Address }): Promise<Hash> {
  await mustBeOnChain(client)
  const call = { account: client.account, address: tokenFactory, abi: tokenFactoryAbi } as const
  const { request } = await simulateContract(client, { ...call, functionName: 'revokeTerms' })
  return writeContract(client, request)
}
