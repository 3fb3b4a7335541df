import { type Address, type Hash, type Hex, zeroAddress, zeroHash } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import type { SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

type Which = { pass: Address; id: bigint }

/** Lends the caller's pass: until then its access is the borrower's, and the pass stays where it is. */
export async function lendPass(client: SigningClient, { pass, id, to, untilS }: Which & { to: Address; untilS: bigint }): Promise<Hash> {
  await mustBeOnChain(client)
  const call = { account: client.account, address: pass, abi: accessPassAbi } as const
  const { request } = await simulateContract(client, { ...call, functionName: 'setUser', args: [id, to, untilS] })
  return writeContract(client, request)
}

/** Gives a borrowed pass back early. */
export const returnPass = (client: SigningClient, which: Which): Promise<Hash> =>
  lendPass(client, { ...which, to: zeroAddress, untilS: 0n })

/** Spends the single use of the caller's pass; `ref` says on what. */
export async function consumePass(client: SigningClient, { pass, id, ref = zeroHash }: Which & { ref?: Hex }): Promise<Hash> {
  await mustBeOnChain(client)
  const call = { account: client.account, address: pass, abi: accessPassAbi } as const
  const { request } = await simulateContract(client, { ...call, functionName: 'consume', args: [id, ref] })
  return writeContract(client, request)
}
