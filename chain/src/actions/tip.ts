import { type Address, type Hash, type Hex, zeroHash } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { paymentsAbi } from '../abi/payments.ts'
import type { SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** A payment in the native coin; `ref` names our intent or invoice in the log. */
export type NativePayment = { payments: Address; payee: Address; amountWei: bigint; ref?: Hex }

/** Tips the native coin; the payee has it when the transaction is in a block. */
export const tip = (client: SigningClient, payment: NativePayment): Promise<Hash> => pay(client, payment, 'tip')

/** Pays for `ref`, once: refuses if this wallet has paid for it. */
export const payOnce = (client: SigningClient, payment: NativePayment & { ref: Hex }): Promise<Hash> => pay(client, payment, 'payOnce')

async function pay(client: SigningClient, payment: NativePayment, functionName: 'tip' | 'payOnce'): Promise<Hash> {
  const { payments, payee, amountWei, ref = zeroHash } = payment
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: payments,
    abi: paymentsAbi,
    functionName,
    args: [payee, ref],
    value: amountWei,
  })
  return writeContract(client, request)
}
