import type { Address, Hash } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { personalTokenAbi } from '../abi/personal-token.ts'
import type { SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** Gives the caller's tokens to another account. */
export async function transferToken(
  client: SigningClient,
  { token, to, amount }: { token: Address; to: Address; amount: bigint },
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: token,
    abi: personalTokenAbi,
    functionName: 'transfer',
    args: [to, amount],
  })
  return writeContract(client, request)
}
