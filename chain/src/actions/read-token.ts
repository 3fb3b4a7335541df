import type { Address, Hash } from 'viem'
import { readContract, simulateContract, writeContract } from 'viem/actions'
import { testUsdAbi } from '../abi/test-usd.ts'
import type { ReadingClient, SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** How much of an ERC-20 an account holds, in its smallest unit. */
export async function balanceOfToken(client: ReadingClient, { token, account }: { token: Address; account: Address }): Promise<bigint> {
  return readContract(client, { address: token, abi: testUsdAbi, functionName: 'balanceOf', args: [account] })
}

/** Test dollars out of nothing, on the devnet; at most 10,000 at once. */
export async function takeTestUsd(
  client: SigningClient,
  { testUsd, to = client.account.address, amount }: { testUsd: Address; to?: Address; amount: bigint },
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: testUsd,
    abi: testUsdAbi,
    functionName: 'faucet',
    args: [to, amount],
  })
  return writeContract(client, request)
}
