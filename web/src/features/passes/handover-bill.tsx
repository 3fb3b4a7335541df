import type { HoldingView } from '@corefans/shared/contracts/passes.ts'
import type { ReactNode } from 'react'
import { Bill, BillLine } from '../../ui/bill.tsx'
import { shortAddress } from '../wallet/index.ts'
import type { Receiver } from './receiver.tsx'

type Props = { holding: HoldingView; to: Receiver; children?: ReactNode }

/** Which pass goes to whom, for nothing; lines between come from whoever asks. */
export const HandoverBill = ({ holding: { tier, serial }, to, children }: Props) => (
  <Bill>
    <BillLine
      name="Pass"
      value={
        <>
          {tier.name}, no. {serial}
        </>
      }
    />
    <div>
      <dt>To</dt>
      <dd title={to.address}>
        @{to.handle} · {shortAddress(to.address)}
      </dd>
    </div>
    {children}
    <BillLine kind="sum" name="You pay" value="Nothing" />
  </Bill>
)
