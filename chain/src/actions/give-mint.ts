import { type Address, type Hash, type Hex, hashTypedData, zeroAddress, zeroHash } from 'viem'
import { readContract, signTypedData, simulateContract, writeContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import type { ReadingClient, SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'
import { allowExactly } from './permit.ts'

/** The creator's word that `to` (zero: whoever brings it) may have one pass of a tier at this price. */
export type Voucher = { tierId: number; to: Address; price: bigint; nonce: bigint; deadline: bigint }

/** Where a voucher is valid: one collection on one chain. */
type VoucherPlace = { chainId: number; pass: Address }

const types = {
  Voucher: [
    { name: 'tierId', type: 'uint32' },
    { name: 'to', type: 'address' },
    { name: 'price', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

const typed = ({ chainId, pass }: VoucherPlace, message: Voucher) =>
  ({
    domain: { name: 'CoreFans Access Pass', version: '1', chainId, verifyingContract: pass },
    types,
    primaryType: 'Voucher',
    message,
  }) as const

/** What the creator signs, as the contract hashes it. */
export const voucherDigest = (place: VoucherPlace, voucher: Voucher): Hex => hashTypedData(typed(place, voucher))

/** Signs a gift or a place on an allow-list; nothing is sent to the chain. */
export async function signVoucher(client: SigningClient, { pass, voucher }: { pass: Address; voucher: Voucher }): Promise<Hex> {
  await mustBeOnChain(client)
  return signTypedData(client, { account: client.account, ...typed({ chainId: client.chain.id, pass }, voucher) })
}

/** A voucher with its signature; `payToken` is the ERC-20 of its price where that is not the native coin. */
export type GiveMint = { pass: Address; voucher: Voucher; signature: Hex; ref?: Hex; payToken?: Address | null }

/** Turns a voucher into a pass for exactly its price. A price in tokens is allowed first, by a transaction of its own. */
export async function giveMint(
  client: SigningClient,
  { pass, voucher, signature, payToken = null, ref = zeroHash }: GiveMint,
): Promise<Hash> {
  await mustBeOnChain(client)
  if (payToken) await allowExactly(client, { token: payToken, spender: pass, amount: voucher.price })
  const { request } = await simulateContract(client, {
    account: client.account,
    address: pass,
    abi: accessPassAbi,
    functionName: 'mintFor',
    args: [voucher, signature, ref],
    value: payToken ? 0n : voucher.price,
  })
  return writeContract(client, request)
}

/** The vouchers of one word of the contract's bitmap, by the bits of `mask`. */
export type VoucherWord = { pass: Address; word: bigint; mask: bigint }

/** Takes unused vouchers back, for everybody who has them. */
export async function cancelVouchers(client: SigningClient, { pass, word, mask }: VoucherWord): Promise<Hash> {
  await mustBeOnChain(client)
  const call = { account: client.account, address: pass, abi: accessPassAbi } as const
  const { request } = await simulateContract(client, { ...call, functionName: 'cancelVouchers', args: [word, mask] })
  return writeContract(client, request)
}

/** Takes one unused voucher back. */
export const cancelVoucher = (client: SigningClient, { pass, nonce }: { pass: Address; nonce: bigint }): Promise<Hash> =>
  cancelVouchers(client, { pass, word: nonce >> 8n, mask: 1n << (nonce & 255n) })

/** Whether a voucher was used or taken back. */
export const isVoucherSpent = (client: ReadingClient, { pass, nonce }: { pass: Address; nonce: bigint }): Promise<boolean> =>
  readContract(client, { address: pass, abi: accessPassAbi, functionName: 'isVoucherSpent', args: [nonce] })

/** A voucher for whoever brings it. */
export const forAnyone = zeroAddress
