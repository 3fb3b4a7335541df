import { type Address, type Hash, type Hex, zeroHash } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import type { SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** Which pass to extend, by how many periods, for the total that was quoted. */
export type RenewPass = { pass: Address; id: bigint; periods: number; totalWei: bigint; ref?: Hex }

/** Extends a pass for exactly the quoted total; anyone may pay, the owner stays who it is. */
export async function renewPass(client: SigningClient, { pass, id, periods, totalWei, ref = zeroHash }: RenewPass): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: pass,
    abi: accessPassAbi,
    functionName: 'renew',
    args: [id, BigInt(periods), totalWei, ref],
    value: totalWei,
  })
  return writeContract(client, request)
}
