import type { Address } from 'viem'

/** Where the contracts of one chain are, and the first block that can hold one of their logs. */
export type ChainAddresses = { passFactory: Address; fromBlock: bigint }

// Core mainnet (1116) and testnet (1114) are absent because nothing is deployed there yet. The devnet's address follows
// from its bytecode: see devnet/addresses.ts.
const deployed: Readonly<Record<number, ChainAddresses>> = {}

/** The recorded addresses of a public chain, or undefined where CoreFans is not deployed. */
export function addressesOf(chainId: number): ChainAddresses | undefined {
  return deployed[chainId]
}
