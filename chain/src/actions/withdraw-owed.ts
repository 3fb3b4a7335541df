import { type Address, type Hash, zeroAddress } from 'viem'
import { readContract, simulateContract, writeContract } from 'viem/actions'
import { paymentsAbi } from '../abi/payments.ts'
import type { ReadingClient, SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** A contract that keeps credits (payments or escrow), and of which coin; the native one unless a token is named. */
export type Till = { till: Address; token?: Address }

/** What an account could not be paid and may withdraw. */
export async function creditOf(
  client: ReadingClient,
  { till, token = zeroAddress, account }: Till & { account: Address },
): Promise<bigint> {
  return readContract(client, { address: till, abi: paymentsAbi, functionName: 'owed', args: [account, token] })
}

/** Sends the caller's whole credit to `to`. */
export async function withdrawOwed(
  client: SigningClient,
  { till, token = zeroAddress, to = client.account.address }: Till & { to?: Address },
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: till,
    abi: paymentsAbi,
    functionName: 'withdraw',
    args: [token, to],
  })
  return writeContract(client, request)
}
