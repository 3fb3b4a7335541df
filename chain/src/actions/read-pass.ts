import { type Address, maxUint64 } from 'viem'
import { getBlock, readContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import type { ReadingClient } from '../clients.ts'
import { serialOf, tierIdOf } from '../pass-id.ts'

/** A pass as the chain knows it; `expiresAtS` is null for a lifetime pass. */
export type Pass = {
  id: bigint
  tierId: number
  serial: number
  owner: Address
  expiresAtS: bigint | null
  isActive: boolean
  nonce: number
}

/** Owner, expiry and tier of a sold pass, all as of one block; throws `TokenDoesNotExist` for one never sold. */
export async function readPass(client: ReadingClient, { pass, id }: { pass: Address; id: bigint }): Promise<Pass> {
  const { number: blockNumber, timestamp } = await getBlock(client, { blockTag: 'latest', includeTransactions: false })
  const at = { address: pass, abi: accessPassAbi, args: [id], blockNumber } as const
  const [owner, expiry, nonce] = await Promise.all([
    readContract(client, { ...at, functionName: 'ownerOf' }),
    readContract(client, { ...at, functionName: 'expiresAt' }),
    readContract(client, { ...at, functionName: 'nonceOf' }),
  ])
  const expiresAtS = expiry === maxUint64 ? null : expiry
  return { id, tierId: tierIdOf(id), serial: serialOf(id), owner, expiresAtS, isActive: expiry > timestamp, nonce }
}
