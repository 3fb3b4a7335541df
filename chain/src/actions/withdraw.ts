import { type Address, type Hash, zeroAddress } from 'viem'
import { readContract, simulateContract, writeContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import type { ReadingClient, SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

type In = { pass: Address; token?: Address }

/** What a collection owes its creator and the platform in one token (or natively); the sum is its balance. */
export async function owedBy(
  client: ReadingClient,
  { pass, token = zeroAddress }: In,
): Promise<{ creatorWei: bigint; platformWei: bigint }> {
  const [creatorWei, platformWei] = await readContract(client, {
    address: pass,
    abi: accessPassAbi,
    functionName: 'owed',
    args: [token],
  })
  return { creatorWei, platformWei }
}

/** Pays out what is owed: the creator's part to the creator or the platform's to the platform, whoever asks. */
export async function withdraw(
  client: SigningClient,
  { pass, part, token = zeroAddress }: In & { part: 'creator' | 'platform' },
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: pass,
    abi: accessPassAbi,
    functionName: part === 'creator' ? 'withdraw' : 'withdrawFees',
    args: [token],
  })
  return writeContract(client, request)
}
