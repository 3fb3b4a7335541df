import type { PaymentTerms } from '@corefans/shared/contracts/tips.ts'
import type { Money } from '@corefans/shared/values/money.ts'
import type { ReactNode } from 'react'
import { approx } from '../../lib/approx.ts'
import { plural, symbolOf } from '../../lib/format.ts'
import { useConfig } from '../../lib/session.ts'
import { Bill, BillLine } from '../../ui/bill.tsx'
import { Figure } from '../../ui/figure.tsx'

const devnet = 31337

const Sum = ({ of: { amount, asset, decimals } }: { of: Money }) => (
  <Figure units={BigInt(amount)} coin={{ symbol: symbolOf({ asset, decimals }), decimals }} />
)

/** What is paid and who gets what, to the last part: the fee is inside the amount, not on top. */
export function TermsBill({ terms, name, children }: { terms: PaymentTerms; name: string; children?: ReactNode }) {
  const config = useConfig()
  const blocks = config?.chain.confirmations ?? 1
  const gross = BigInt(terms.gross.amount)
  return (
    <div className="payment-form">
      {children}
      <Bill>
        <BillLine kind="sub" name={<>To {name}</>} value={<Sum of={terms.net} />} />
        <BillLine
          kind="sub"
          name={<>CoreFans, {terms.feeBps / 100} %</>}
          value={terms.fee.amount === '0' ? 'nothing' : <Sum of={terms.fee} />}
        />
        <BillLine kind="sub" name="Network fee" value={config?.chain.id === devnet ? '0 CORE' : 'shown by your wallet'} />
        <BillLine kind="sum" name="You pay" value={<Sum of={terms.gross} />} />
      </Bill>
      <p className="muted small">
        {config?.demo && `${approx(gross, terms.token ? 'usd' : 'core')} at the demo's fixed rate. `}
        {name} has it in the block that holds your payment; it is final after {blocks === 1 ? 'one block' : plural(blocks, 'block')}.
      </p>
    </div>
  )
}
