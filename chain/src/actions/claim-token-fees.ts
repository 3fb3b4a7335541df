import type { Address, Hash } from 'viem'
import { readContract, simulateContract, writeContract } from 'viem/actions'
import { personalTokenAbi } from '../abi/personal-token.ts'
import type { ReadingClient, SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** What a token owes to its creator and to the platform; what is left of its balance is the reserve. */
export async function owedByToken(
  client: ReadingClient,
  { token }: { token: Address },
): Promise<{ creatorWei: bigint; protocolWei: bigint }> {
  const [creatorWei, protocolWei] = await readContract(client, { address: token, abi: personalTokenAbi, functionName: 'owed' })
  return { creatorWei, protocolWei }
}

/** Pays creator and platform what the token owes them, whoever asks. */
export async function claimTokenFees(client: SigningClient, { token }: { token: Address }): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: token,
    abi: personalTokenAbi,
    functionName: 'claim',
  })
  return writeContract(client, request)
}
