import { type Address, type Hash, type Hex, zeroAddress } from 'viem'
import { readContract, signTypedData, simulateContract, writeContract } from 'viem/actions'
import { escrowAbi } from '../abi/escrow.ts'
import type { ReadingClient, SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** What both kinds of deal need; the native coin unless a token is named, whose allowance must be there. */
export type DealTerms = { escrow: Address; payee: Address; token?: Address; ref: Hex }

/** Seconds count from each step, on the chain's clock. */
export type CommissionTerms = { amounts: readonly bigint[]; acceptBy: number; deliverWithinS: number; reviewWithinS: number }

/** One deal by its id. */
export type DealAt = { escrow: Address; deal: Hex }

/** The names of a deal's steps, in the contract's order. */
export const dealSteps = ['none', 'offered', 'working', 'delivered', 'goods', 'done', 'refunded'] as const

const callTo = (client: SigningClient, escrow: Address) => ({ account: client.account, address: escrow, abi: escrowAbi }) as const

/** Pays for locked goods: refundable until they are opened. */
export async function lockGoods(
  client: SigningClient,
  { escrow, payee, token = zeroAddress, ref, amount, openBy }: DealTerms & { amount: bigint; openBy: number },
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    ...callTo(client, escrow),
    functionName: 'lock',
    args: [payee, token, amount, openBy, ref],
    value: token === zeroAddress ? amount : 0n,
  })
  return writeContract(client, request)
}

/** Pays in a commission of one or more milestones. */
export async function commission(
  client: SigningClient,
  { escrow, payee, token = zeroAddress, ref, ...terms }: DealTerms & CommissionTerms,
): Promise<Hash> {
  await mustBeOnChain(client)
  const { amounts, acceptBy, deliverWithinS, reviewWithinS } = terms
  const sum = amounts.reduce((total, amount) => total + amount, 0n)
  const { request } = await simulateContract(client, {
    ...callTo(client, escrow),
    functionName: 'commission',
    args: [payee, token, amounts, { acceptBy, deliverWithinS, reviewWithinS }, ref],
    value: token === zeroAddress ? sum : 0n,
  })
  return writeContract(client, request)
}

/** One step of a deal, by whoever may take it: the contract refuses everybody else. */
export async function stepDeal(
  client: SigningClient,
  { escrow, deal, step }: DealAt & { step: 'open' | 'accept' | 'deliver' | 'approve' | 'reject' | 'claim' | 'refund' },
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, { ...callTo(client, escrow), functionName: step, args: [deal] })
  return writeContract(client, request)
}

/** The buyer's receipt: whoever holds it can make the sale final. */
export async function signReceipt(client: SigningClient, { escrow, deal }: DealAt): Promise<Hex> {
  return signTypedData(client, {
    account: client.account,
    domain: { name: 'CoreFans Escrow', version: '1', chainId: client.chain.id, verifyingContract: escrow },
    types: { Receipt: [{ name: 'deal', type: 'bytes32' }] },
    primaryType: 'Receipt',
    message: { deal },
  })
}

/** Hands in a buyer's receipt. */
export async function openWithReceipt(client: SigningClient, { escrow, deal, receipt }: DealAt & { receipt: Hex }): Promise<Hash> {
  await mustBeOnChain(client)
  const call = callTo(client, escrow)
  const { request } = await simulateContract(client, { ...call, functionName: 'openWithReceipt', args: [deal, receipt] })
  return writeContract(client, request)
}

/** The id of the deal that a payer makes with a reference. */
export async function dealIdOf(client: ReadingClient, { escrow, payer, ref }: { escrow: Address; payer: Address; ref: Hex }): Promise<Hex> {
  return readContract(client, { address: escrow, abi: escrowAbi, functionName: 'dealId', args: [payer, ref] })
}

/** A deal as it stands on chain; its step by name. */
export async function readDeal(client: ReadingClient, { escrow, deal }: DealAt) {
  const found = await readContract(client, { address: escrow, abi: escrowAbi, functionName: 'dealOf', args: [deal] })
  return { ...found, step: dealSteps[found.step] ?? 'none' }
}
