import type { PaymentTerms } from '@corefans/shared/contracts/tips.ts'
import type { ReactNode } from 'react'
import { approx } from '../../lib/approx.ts'
import { money, plural } from '../../lib/format.ts'
import { useConfig } from '../../lib/session.ts'
import { Bill, BillLine } from '../../ui/bill.tsx'

const devnet = 31337

/** What is paid and who gets what, to the last part: the fee is inside the amount, not on top. */
export function TermsBill({ terms, name, children }: { terms: PaymentTerms; name: string; children?: ReactNode }) {
  const config = useConfig()
  const blocks = config?.chain.confirmations ?? 1
  const gross = BigInt(terms.gross.amount)
  return (
    <div className="payment-form">
      {children}
      <Bill>
        <BillLine kind="sub" name={<>To {name}</>} value={money(terms.net)} />
        <BillLine kind="sub" name={<>CoreFans, {terms.feeBps / 100} %</>} value={terms.fee.amount === '0' ? 'nothing' : money(terms.fee)} />
        <BillLine kind="sub" name="Network fee" value={config?.chain.id === devnet ? '0 CORE' : 'shown by your wallet'} />
        <BillLine kind="sum" name="You pay" value={money(terms.gross)} />
      </Bill>
      <p className="muted small">
        {config?.demo && `${approx(gross, terms.token ? 'usd' : 'core')} at the demo's fixed rate. `}
        {name} has it in the block that holds your payment; it is final after {blocks === 1 ? 'one block' : plural(blocks, 'block')}.
      </p>
    </div>
  )
}
