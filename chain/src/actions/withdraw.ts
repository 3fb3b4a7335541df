import type { Address, Hash } from 'viem'
import { readContract, simulateContract, writeContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import type { ReadingClient, SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** What a collection owes its creator and the platform; the sum is its balance. */
export async function owedBy(client: ReadingClient, { pass }: { pass: Address }): Promise<{ creatorWei: bigint; platformWei: bigint }> {
  const [creatorWei, platformWei] = await readContract(client, {
    address: pass,
    abi: accessPassAbi,
    functionName: 'owed',
  })
  return { creatorWei, platformWei }
}

/** Pays out what is owed: the creator's part to the creator or the platform's to the platform, whoever asks. */
export async function withdraw(client: SigningClient, { pass, part }: { pass: Address; part: 'creator' | 'platform' }): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: pass,
    abi: accessPassAbi,
    functionName: part === 'creator' ? 'withdraw' : 'withdrawFees',
  })
  return writeContract(client, request)
}
