import type { Address } from 'viem'
import { getBlock, getCode, readContract } from 'viem/actions'
import { personalTokenAbi } from '../abi/personal-token.ts'
import { tokenFactoryAbi } from '../abi/token-factory.ts'
import type { ReadingClient } from '../clients.ts'
import type { CurveState } from '../curve.ts'

/** A token as the chain has it at one block; enough to quote every trade to the wei. */
export type Token = CurveState & { token: Address; creator: Address; lockedUntilS: bigint; block: bigint }

/** Where the token of `creator` is, or will be. */
export async function tokenOf(
  client: ReadingClient,
  { tokenFactory, creator }: { tokenFactory: Address; creator: Address },
): Promise<Address> {
  return readContract(client, { address: tokenFactory, abi: tokenFactoryAbi, functionName: 'tokenOf', args: [creator] })
}

/** A token's terms and supply as of the latest block; null if it is not made yet. */
export async function readToken(client: ReadingClient, { token }: { token: Address }): Promise<Token | null> {
  const { number: blockNumber, timestamp } = await getBlock(client, { blockTag: 'latest', includeTransactions: false })
  if ((await getCode(client, { address: token, blockNumber })) === undefined) return null
  const at = { address: token, abi: personalTokenAbi, blockNumber } as const
  const [terms, supply] = await Promise.all([
    readContract(client, { ...at, functionName: 'terms' }),
    readContract(client, { ...at, functionName: 'totalSupply' }),
  ])
  const [creator, launchedAtS, preset, protocolBps, creatorBps, lockedUntilS] = terms
  return {
    ...{ token, creator, supply, protocolBps, creatorBps, launchedAtS, lockedUntilS },
    ...{ preset: Number(preset), nowS: timestamp, block: blockNumber },
  }
}

/** How many tokens an account holds. */
export async function tokenBalanceOf(client: ReadingClient, { token, account }: { token: Address; account: Address }): Promise<bigint> {
  return readContract(client, { address: token, abi: personalTokenAbi, functionName: 'balanceOf', args: [account] })
}
