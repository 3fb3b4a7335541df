import { type Address, type Hash, type Hex, zeroHash } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import type { SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'
import { permitFor } from './permit.ts'

/** Which pass to extend, by how many periods, for the total that was quoted; `payToken` as in `BuyPass`. */
export type RenewPass = { pass: Address; id: bigint; periods: number; totalWei: bigint; ref?: Hex; payToken?: Address | null }

/** Extends a pass for exactly the quoted total; anyone may pay, the owner stays who it is. Tokens are allowed by a permit. */
export async function renewPass(
  client: SigningClient,
  { pass, id, periods, totalWei, payToken = null, ...named }: RenewPass,
): Promise<Hash> {
  await mustBeOnChain(client)
  const { ref = zeroHash } = named
  const call = { account: client.account, address: pass, abi: accessPassAbi } as const
  const args = [id, BigInt(periods), totalWei, ref] as const
  const permit = payToken && (await permitFor(client, { token: payToken, spender: pass, amount: totalWei }))
  if (permit) {
    const { request } = await simulateContract(client, { ...call, functionName: 'renewWithPermit', args: [...args, permit] })
    return writeContract(client, request)
  }
  const value = payToken ? 0n : totalWei
  const { request } = await simulateContract(client, { ...call, functionName: 'renew', args, value })
  return writeContract(client, request)
}
