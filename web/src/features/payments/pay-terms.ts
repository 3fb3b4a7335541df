import type { PaymentTerms } from '@corefans/shared/contracts/tips.ts'
import type { Coin } from '../../lib/wallet/amount.ts'
import type { WalletAction } from '../../lib/wallet/wallet-actions.ts'

type Hex = `0x${string}`

/** The action that carries terms out: a tip, or a payment that the contract takes once. */
export function actionOf(terms: PaymentTerms, how: 'tip' | 'once'): WalletAction {
  const to = { payments: terms.payments as Hex, payee: terms.payee as Hex, ref: terms.ref as Hex }
  const amount = BigInt(terms.gross.amount)
  if (terms.token) {
    const payment = { ...to, token: terms.token as Hex, amount }
    return how === 'tip' ? { does: 'tipToken', with: payment } : { does: 'payOnceToken', with: payment }
  }
  const payment = { ...to, amountWei: amount }
  return how === 'tip' ? { does: 'tip', with: payment } : { does: 'payOnce', with: payment }
}

/** The coin that terms are paid in; none for the chain's own. */
export const coinOf = ({ token, gross }: PaymentTerms): Coin | undefined =>
  token ? { token, symbol: 'tUSD', decimals: gross.decimals } : undefined
