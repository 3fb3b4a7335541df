import { type Address, maxUint64, zeroAddress } from 'viem'
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
  /** Who has its access now: the borrower, else the owner; null if it grants none. */
  holder: Address | null
  nonce: number
}

/** Owner, expiry and tier of a sold pass, all as of one block; throws `TokenDoesNotExist` for one never sold. */
export async function readPass(client: ReadingClient, { pass, id }: { pass: Address; id: bigint }): Promise<Pass> {
  const { number: blockNumber } = await getBlock(client, { blockTag: 'latest', includeTransactions: false })
  const at = { address: pass, abi: accessPassAbi, args: [id], blockNumber } as const
  const [owner, expiry, nonce, holder] = await Promise.all([
    readContract(client, { ...at, functionName: 'ownerOf' }),
    readContract(client, { ...at, functionName: 'expiresAt' }),
    readContract(client, { ...at, functionName: 'nonceOf' }),
    readContract(client, { ...at, functionName: 'accessHolderOf' }),
  ])
  const expiresAtS = expiry === maxUint64 ? null : expiry
  const isActive = holder !== zeroAddress
  return { id, tierId: tierIdOf(id), serial: serialOf(id), owner, expiresAtS, isActive, holder: isActive ? holder : null, nonce }
}
