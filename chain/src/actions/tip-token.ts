import { type Address, type Hash, type Hex, zeroHash } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { paymentsAbi } from '../abi/payments.ts'
import type { SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'
import { permitFor } from './permit.ts'

/** A payment in tokens, in the token's smallest unit. */
export type TokenPayment = { payments: Address; token: Address; payee: Address; amount: bigint; ref?: Hex }

/** Tips in tokens; signs a permission for exactly this amount unless one is there. */
export const tipToken = (client: SigningClient, payment: TokenPayment): Promise<Hash> =>
  pay(client, payment, { allowed: 'tipToken', permitted: 'tipTokenWithPermit' })

/** Pays for `ref` in tokens, once: refuses if this wallet has paid for it. */
export const payOnceToken = (client: SigningClient, payment: TokenPayment & { ref: Hex }): Promise<Hash> =>
  pay(client, payment, { allowed: 'payOnceToken', permitted: 'payOnceTokenWithPermit' })

type Ways = { allowed: 'tipToken'; permitted: 'tipTokenWithPermit' } | { allowed: 'payOnceToken'; permitted: 'payOnceTokenWithPermit' }

async function pay(client: SigningClient, payment: TokenPayment, ways: Ways): Promise<Hash> {
  const { payments, token, payee, amount, ref = zeroHash } = payment
  await mustBeOnChain(client)
  const call = { account: client.account, address: payments, abi: paymentsAbi } as const
  const args = [token, payee, amount, ref] as const
  const permit = await permitFor(client, { token, spender: payments, amount })
  if (permit === null) {
    const { request } = await simulateContract(client, { ...call, functionName: ways.allowed, args })
    return writeContract(client, request)
  }
  const { request } = await simulateContract(client, { ...call, functionName: ways.permitted, args: [...args, permit] })
  return writeContract(client, request)
}
