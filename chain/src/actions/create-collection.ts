import type { Address, Hash } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { passFactoryAbi } from '../abi/pass-factory.ts'
import type { SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** Creates the caller's pass collection; refuses if the caller has one. */
export async function createCollection(client: SigningClient, { passFactory }: { passFactory: Address }): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: passFactory,
    abi: passFactoryAbi,
    functionName: 'createCollection',
  })
  return writeContract(client, request)
}
