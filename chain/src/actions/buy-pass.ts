import { type Address, type Hash, type Hex, zeroHash } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import type { SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'
import { permitFor } from './permit.ts'

/**
 * What the buyer agreed to; `ref` names our order in the log, `to` is the buyer unless it is a gift, `payToken` is the
 * ERC-20 of the price where it is not the native coin.
 */
export type BuyPass = { pass: Address; tierId: number; priceWei: bigint; to?: Address; ref?: Hex; payToken?: Address | null }

/** Buys one pass for exactly the quoted price; refuses if the price has moved. Tokens are allowed by a permit. */
export async function buyPass(client: SigningClient, { pass, tierId, priceWei, payToken = null, ...gift }: BuyPass): Promise<Hash> {
  await mustBeOnChain(client)
  const { to = client.account.address, ref = zeroHash } = gift
  const call = { account: client.account, address: pass, abi: accessPassAbi } as const
  const args = [BigInt(tierId), to, priceWei, ref] as const
  const permit = payToken && (await permitFor(client, { token: payToken, spender: pass, amount: priceWei }))
  if (permit) {
    const { request } = await simulateContract(client, { ...call, functionName: 'mintWithPermit', args: [...args, permit] })
    return writeContract(client, request)
  }
  const value = payToken ? 0n : priceWei
  const { request } = await simulateContract(client, { ...call, functionName: 'mintTier', args, value })
  return writeContract(client, request)
}
