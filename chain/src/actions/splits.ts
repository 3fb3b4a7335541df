import { type Address, type Hash, type Hex, zeroAddress, zeroHash } from 'viem'
import { readContract, simulateContract, writeContract } from 'viem/actions'
import { splitFactoryAbi } from '../abi/split-factory.ts'
import { teamSplitAbi } from '../abi/team-split.ts'
import type { ReadingClient, SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** Who gets how many of 10,000 parts. */
export type Share = { account: Address; bps: number }

/** The terms of a split; another salt gives another split of the same people. */
export type SplitTerms = { splitFactory: Address; shares: readonly Share[]; salt?: Hex }

/** One split and a coin that it divides; the native one unless a token is named. */
export type SplitCoin = { split: Address; token?: Address }

/** The contract wants recipients in ascending order, so that one team has one address. */
function argsOf({ shares, salt = zeroHash }: SplitTerms) {
  const sorted = shares.toSorted((a, b) => (a.account.toLowerCase() < b.account.toLowerCase() ? -1 : 1))
  return [sorted.map(({ account }) => account), sorted.map(({ bps }) => bps), salt] as const
}

/** Where a split is, or will be; refuses shares that are not a whole. */
export async function splitOf(client: ReadingClient, terms: SplitTerms): Promise<Address> {
  return readContract(client, { address: terms.splitFactory, abi: splitFactoryAbi, functionName: 'splitOf', args: argsOf(terms) })
}

/** Makes a split; made already, nothing changes. */
export async function createSplit(client: SigningClient, terms: SplitTerms): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: terms.splitFactory,
    abi: splitFactoryAbi,
    functionName: 'create',
    args: argsOf(terms),
  })
  return writeContract(client, request)
}

/** What an account would be sent now: to the wei what `release` sends. */
export async function dueOf(
  client: ReadingClient,
  { split, token = zeroAddress, account }: SplitCoin & { account: Address },
): Promise<bigint> {
  return readContract(client, { address: split, abi: teamSplitAbi, functionName: 'due', args: [token, account] })
}

/** Sends everyone their part; who cannot be paid holds up nobody. */
export async function distribute(client: SigningClient, { split, token = zeroAddress }: SplitCoin): Promise<Hash> {
  await mustBeOnChain(client)
  const call = { account: client.account, address: split, abi: teamSplitAbi } as const
  const { request } = await simulateContract(client, { ...call, functionName: 'distribute', args: [token] })
  return writeContract(client, request)
}

/** Sends one account its part, whoever asks. */
export async function release(
  client: SigningClient,
  { split, token = zeroAddress, account }: SplitCoin & { account: Address },
): Promise<Hash> {
  await mustBeOnChain(client)
  const call = { account: client.account, address: split, abi: teamSplitAbi } as const
  const { request } = await simulateContract(client, { ...call, functionName: 'release', args: [token, account] })
  return writeContract(client, request)
}
