import { quotePayment } from '@corefans/chain/actions/quote-payment.ts'
import { PLATFORM_BPS } from '@corefans/chain/fees.ts'
import { refOf } from '@corefans/chain/payment-ref.ts'
import type { PaymentTerms } from '@corefans/shared/contracts/tips.ts'
import { moneyOf } from '../../kernel/currency.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'

/** What was promised to be paid: to which address, in which asset. */
export type Payable = { id: string; payeeWallet: string; asset: string; amount: string; nonce?: bigint }

/** What the wallet must send, and what becomes of it; null where payments are not deployed. */
export function termsOf(chain: Pick<ChainPort, 'id' | 'contracts'>, promised: Payable): PaymentTerms | null {
  const payments = chain.contracts.payments?.toLowerCase()
  if (payments === undefined) return null
  const { gross, fee, net } = quotePayment(BigInt(promised.amount))
  const money = (amount: bigint) => moneyOf(chain, promised.asset, amount)
  return {
    payments,
    payee: promised.payeeWallet,
    token: promised.asset === 'native' ? null : promised.asset,
    ref: refOf(promised.id, promised.nonce),
    gross: money(gross),
    fee: money(fee),
    net: money(net),
    feeBps: Number(PLATFORM_BPS),
  }
}

/** How far a payment has come: seen in its block, confirmed under enough of them, or taken back. */
export function stateOf(
  chain: Pick<ChainPort, 'head' | 'confirmations'>,
  payment: { block: number; reversedAt: Date | null },
): { state: 'seen' | 'confirmed' | 'reversed'; confirmations: { have: number; needed: number } } {
  const needed = chain.confirmations
  const have = payment.reversedAt ? 0 : Math.max(0, Math.min(needed, chain.head() - payment.block + 1))
  if (payment.reversedAt) return { state: 'reversed', confirmations: { have, needed } }
  return { state: have >= needed ? 'confirmed' : 'seen', confirmations: { have, needed } }
}
