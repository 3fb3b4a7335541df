import type { HoldingView } from '@corefans/shared/contracts/passes.ts'
import type { ReactNode } from 'react'
import { shortAddress } from '../wallet/index.ts'
import type { Receiver } from './receiver.tsx'

type Props = { holding: HoldingView; to: Receiver; children?: ReactNode }

/** Which pass goes to whom, for nothing; lines between come from whoever asks. */
export const HandoverBill = ({ holding: { tier, serial }, to, children }: Props) => (
  <dl className="bill num">
    <div>
      <dt>Pass</dt>
      <dd>
        {tier.name}, no. {serial}
      </dd>
    </div>
    <div>
      <dt>To</dt>
      <dd title={to.address}>
        @{to.handle} · {shortAddress(to.address)}
      </dd>
    </div>
    {children}
    <div className="bill-sum">
      <dt>You pay</dt>
      <dd>Nothing</dd>
    </div>
  </dl>
)
