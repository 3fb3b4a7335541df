import type { Address, Hash } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import type { SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** Gives the caller's pass, and with it the access, to another account; a contract that cannot hold it refuses. */
export async function transferPass(client: SigningClient, { pass, id, to }: { pass: Address; id: bigint; to: Address }): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: pass,
    abi: accessPassAbi,
    functionName: 'safeTransferFrom',
    args: [client.account.address, to, id],
  })
  return writeContract(client, request)
}
