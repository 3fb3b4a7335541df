import { type Address, type Hash, type Hex, zeroHash } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import type { SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** What the buyer agreed to; `ref` names our order in the log, `to` is the buyer unless it is a gift. */
export type BuyPass = { pass: Address; tierId: number; priceWei: bigint; to?: Address; ref?: Hex }

/** Buys one pass for exactly the quoted price; refuses if the price has moved. */
export async function buyPass(
  client: SigningClient,
  { pass, tierId, priceWei, to = client.account.address, ref = zeroHash }: BuyPass,
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: pass,
    abi: accessPassAbi,
    functionName: 'mint',
    args: [tierId, to, priceWei, ref],
    value: priceWei,
  })
  return writeContract(client, request)
}
