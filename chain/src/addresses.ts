import type { Address } from 'viem'

/** Names the native coin where a contract asks for a token, and nobody where it asks for an account. Passed on for the pure rules, which know no client library. */
export { zeroAddress } from 'viem'

/** Every contract that CoreFans deploys; clones made by the factories are found from their logs. */
export const contractNames = [
  'passFactory',
  'passMarket',
  'payments',
  'escrow',
  'splitFactory',
  'sponsorForwarder',
  'tokenFactory',
  'testUsd',
] as const
export type ContractName = (typeof contractNames)[number]

/** Where the contracts of a chain are; one that is absent is not deployed there, and what needs it is off. */
export type Contracts = Readonly<Partial<Record<ContractName, Address>>>

/** Where the contracts of one chain are, and the first block that can hold one of their logs. */
export type Deployed<C extends Contracts = Contracts> = { contracts: C; fromBlock: bigint }

// Core mainnet (1116) and testnet (1114) are absent because nothing is deployed there yet. The devnet's addresses follow
// from the bytecode: see devnet/addresses.ts.
const deployed: Readonly<Record<number, Deployed>> = {}

/** The recorded addresses of a public chain, or undefined where CoreFans is not deployed. */
export function addressesOf(chainId: number): Deployed | undefined {
  return deployed[chainId]
}
