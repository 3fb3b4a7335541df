import type { PaymentTerms } from '@corefans/shared/contracts/tips.ts'
import type { ReactNode } from 'react'
import { approx } from '../../lib/approx.ts'
import { money, plural } from '../../lib/format.ts'
import { useConfig } from '../../lib/session.ts'

const devnet = 31337

/** What is paid and who gets what, to the last part: the fee is inside the amount, not on top. */
export function TermsBill({ terms, name, children }: { terms: PaymentTerms; name: string; children?: ReactNode }) {
  const config = useConfig()
  const blocks = config?.chain.confirmations ?? 1
  const gross = BigInt(terms.gross.amount)
  return (
    <div className="payment-form">
      {children}
      <dl className="bill num">
        <div className="bill-sub">
          <dt>To {name}</dt>
          <dd>{money(terms.net)}</dd>
        </div>
        <div className="bill-sub">
          <dt>CoreFans, {terms.feeBps / 100} %</dt>
          <dd>{terms.fee.amount === '0' ? 'nothing' : money(terms.fee)}</dd>
        </div>
        <div className="bill-sub">
          <dt>Network fee</dt>
          <dd>{config?.chain.id === devnet ? '0 CORE' : 'shown by your wallet'}</dd>
        </div>
        <div className="bill-sum">
          <dt>You pay</dt>
          <dd>{money(terms.gross)}</dd>
        </div>
      </dl>
      <p className="muted small">
        {config?.demo && `${approx(gross, terms.token ? 'usd' : 'core')} at the demo's fixed rate. `}
        {name} has it in the block that holds your payment; it is final after {blocks === 1 ? 'one block' : plural(blocks, 'block')}.
      </p>
    </div>
  )
}
