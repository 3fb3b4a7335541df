import { type Address, type Hash, type Hex, zeroAddress, zeroHash } from 'viem'
import { readContract, signTypedData, simulateContract, writeContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import type { ReadingClient, SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** The creator's word that `to` (zero: whoever brings it) may have one pass of a tier at this price. */
export type Voucher = { tierId: number; to: Address; price: bigint; nonce: bigint; deadline: bigint }

const types = {
  Voucher: [
    { name: 'tierId', type: 'uint32' },
    { name: 'to', type: 'address' },
    { name: 'price', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
}

/** Signs a gift or a place on an allow-list; nothing is sent to the chain. */
export async function signVoucher(client: SigningClient, { pass, voucher }: { pass: Address; voucher: Voucher }): Promise<Hex> {
  await mustBeOnChain(client)
  const domain = { name: 'CoreFans Access Pass', version: '1', chainId: client.chain.id, verifyingContract: pass }
  return signTypedData(client, { account: client.account, domain, types, primaryType: 'Voucher', message: voucher })
}

/** Turns a voucher into a pass for exactly its price, in the native coin. */
export async function giveMint(
  client: SigningClient,
  { pass, voucher, signature, ref = zeroHash }: { pass: Address; voucher: Voucher; signature: Hex; ref?: Hex },
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: pass,
    abi: accessPassAbi,
    functionName: 'mintFor',
    args: [voucher, signature, ref],
    value: voucher.price,
  })
  return writeContract(client, request)
}

/** Takes an unused voucher back. */
export async function cancelVoucher(client: SigningClient, { pass, nonce }: { pass: Address; nonce: bigint }): Promise<Hash> {
  await mustBeOnChain(client)
  const args = [nonce >> 8n, 1n << (nonce & 255n)] as const
  const call = { account: client.account, address: pass, abi: accessPassAbi } as const
  const { request } = await simulateContract(client, { ...call, functionName: 'cancelVouchers', args })
  return writeContract(client, request)
}

/** Whether a voucher was used or taken back. */
export const isVoucherSpent = (client: ReadingClient, { pass, nonce }: { pass: Address; nonce: bigint }): Promise<boolean> =>
  readContract(client, { address: pass, abi: accessPassAbi, functionName: 'isVoucherSpent', args: [nonce] })

/** A voucher for whoever brings it. */
export const forAnyone = zeroAddress
