import type { Address } from 'viem'
import { getBalance } from 'viem/actions'
import type { ReadingClient } from '../clients.ts'

/** What contracts hold at one block, in the order asked. */
export async function balancesAt(
  client: ReadingClient,
  { addresses, block }: { addresses: readonly Address[]; block: bigint },
): Promise<bigint[]> {
  return Promise.all(addresses.map((address) => getBalance(client, { address, blockNumber: block })))
}
