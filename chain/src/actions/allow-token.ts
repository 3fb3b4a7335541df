import type { Address, Hash } from 'viem'
import { readContract, simulateContract, writeContract } from 'viem/actions'
import { testUsdAbi } from '../abi/test-usd.ts'
import type { ReadingClient, SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** An ERC-20, whose it is, and who may take of it. */
export type Allowing = { token: Address; owner: Address; spender: Address }

/** What an owner holds of an ERC-20, and how much of it the spender may take; in its smallest unit. */
export async function coverOf(client: ReadingClient, { token, owner, spender }: Allowing): Promise<{ balance: bigint; allowed: bigint }> {
  const at = { address: token, abi: testUsdAbi } as const
  const [balance, allowed] = await Promise.all([
    readContract(client, { ...at, functionName: 'balanceOf', args: [owner] }),
    readContract(client, { ...at, functionName: 'allowance', args: [owner, spender] }),
  ])
  return { balance, allowed }
}

/** From now on `spender` may take `amount` of the caller's tokens in all and no more; 0 takes the word back. */
export async function allowToken(
  client: SigningClient,
  { token, spender, amount }: { token: Address; spender: Address; amount: bigint },
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: token,
    abi: testUsdAbi,
    functionName: 'approve',
    args: [spender, amount],
  })
  return writeContract(client, request)
}
