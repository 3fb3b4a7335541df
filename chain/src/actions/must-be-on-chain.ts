import { ChainMismatchError } from 'viem'
import { getChainId } from 'viem/actions'
import type { ReadingClient } from '../clients.ts'

/**
 * Refuses a wallet that is on another chain than the client was made for. Asked before anything else: on the wrong
 * chain a simulation finds no contract and blames the contract.
 */
export async function mustBeOnChain(client: ReadingClient): Promise<void> {
  const currentChainId = await getChainId(client)
  if (currentChainId !== client.chain.id) throw new ChainMismatchError({ chain: client.chain, currentChainId })
}
