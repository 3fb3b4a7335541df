import { type Address, type Hash, type Hex, zeroHash } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { personalTokenAbi } from '../abi/personal-token.ts'
import type { SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** What the seller agreed to: at least `minOutWei` for `amount`, until `deadlineS`. */
export type SellToken = { token: Address; amount: bigint; minOutWei: bigint; deadlineS: bigint; to?: Address; ref?: Hex }

/** Sells the caller's tokens to the curve; refuses if it would pay less than agreed. */
export async function sellToken(
  client: SigningClient,
  { token, amount, minOutWei, deadlineS, to = client.account.address, ref = zeroHash }: SellToken,
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: token,
    abi: personalTokenAbi,
    functionName: 'sell',
    args: [amount, to, minOutWei, deadlineS, ref],
  })
  return writeContract(client, request)
}
