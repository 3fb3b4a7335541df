import type { Address } from 'viem'
import { readContract } from 'viem/actions'
import { passFactoryAbi } from '../abi/pass-factory.ts'
import type { ReadingClient } from '../clients.ts'

/** Where a creator's collection is, or will be once it is created. */
export async function collectionOf(
  client: ReadingClient,
  { passFactory, creator }: { passFactory: Address; creator: Address },
): Promise<Address> {
  return readContract(client, {
    address: passFactory,
    abi: passFactoryAbi,
    functionName: 'collectionOf',
    args: [creator],
  })
}
