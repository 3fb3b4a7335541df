import type { Address, Hash, Hex } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { batchLaunchAbi } from '../abi/batch-launch.ts'
import { personalTokenAbi } from '../abi/personal-token.ts'
import { tokenFactoryAbi } from '../abi/token-factory.ts'
import type { SigningClient } from '../clients.ts'
import type { LaunchBounds } from '../launch.ts'
import { type TokenTerms, termsArg } from '../token-terms.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** One launch of those that a contract holds. */
export type LaunchAt = { batchLaunch: Address; id: bigint }

/** Terms word by word as the opening's log told them: settling repeats exactly those. */
export type SealedTerms = { name: Hex; symbol: Hex; preset: number; creatorBps: number; lockSeconds: number }

// Refusals of the factory and of the token come up through the launch.
const launchAndBelow = [...batchLaunchAbi, ...[...tokenFactoryAbi, ...personalTokenAbi].filter((entry) => entry.type === 'error')] as const

/** Opens a fair launch of the caller's token: ten minutes of deposits, then one price for all. */
export async function openLaunch(
  client: SigningClient,
  { batchLaunch, terms, capWei, targetWei }: { batchLaunch: Address; terms: TokenTerms } & LaunchBounds,
): Promise<Hash> {
  await mustBeOnChain(client)
  const call = { account: client.account, address: batchLaunch, abi: launchAndBelow } as const
  const { request } = await simulateContract(client, { ...call, functionName: 'open', args: [termsArg(terms), capWei, targetWei] })
  return writeContract(client, request)
}

/** Adds money to the caller's deposit; what does not buy comes back at the end. */
export async function depositInLaunch(
  client: SigningClient,
  { batchLaunch, id, valueWei }: LaunchAt & { valueWei: bigint },
): Promise<Hash> {
  await mustBeOnChain(client)
  const call = { account: client.account, address: batchLaunch, abi: launchAndBelow } as const
  const { request } = await simulateContract(client, { ...call, functionName: 'deposit', args: [id], value: valueWei })
  return writeContract(client, request)
}

/** Makes the token and buys for all at once, after the window; anyone may. */
export async function settleLaunch(client: SigningClient, { batchLaunch, id, sealed }: LaunchAt & { sealed: SealedTerms }): Promise<Hash> {
  await mustBeOnChain(client)
  const call = { account: client.account, address: batchLaunch, abi: launchAndBelow } as const
  const { request } = await simulateContract(client, { ...call, functionName: 'settle', args: [id, sealed] })
  return writeContract(client, request)
}

/** Gives every deposit back where nobody could settle for a week; anyone may. */
export async function abandonLaunch(client: SigningClient, { batchLaunch, id }: LaunchAt): Promise<Hash> {
  await mustBeOnChain(client)
  const call = { account: client.account, address: batchLaunch, abi: launchAndBelow } as const
  const { request } = await simulateContract(client, { ...call, functionName: 'abandon', args: [id] })
  return writeContract(client, request)
}

/** Hands an account its tokens and the rest of its money in one go; anyone may. */
export async function claimFromLaunch(
  client: SigningClient,
  { batchLaunch, id, account = client.account.address }: LaunchAt & { account?: Address },
): Promise<Hash> {
  await mustBeOnChain(client)
  const call = { account: client.account, address: batchLaunch, abi: launchAndBelow } as const
  const { request } = await simulateContract(client, { ...call, functionName: 'claimFor', args: [id, account] })
  return writeContract(client, request)
}
