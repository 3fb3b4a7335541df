import { resaleParts } from '@corefans/chain/fees.ts'
import { amountOf, type Coin } from '../../lib/wallet/amount.ts'
import { Bill, BillLine } from '../../ui/bill.tsx'
import { percent } from './policy-words.ts'

type Props = { units: bigint; coin: Coin | undefined; royaltyBps: number; creator: string; side: 'buyer' | 'seller' }

/** Where the money of a resale goes, to the smallest unit of its coin: fee and royalty are parts of the price. */
export function ResaleBill({ units, coin, royaltyBps, creator, side }: Props) {
  const { fee, royalty, net } = resaleParts(units, royaltyBps)
  return (
    <Bill>
      <BillLine
        kind="sub"
        name={
          <>
            Royalty to {creator}, {percent(royaltyBps)}
          </>
        }
        value={amountOf(royalty, coin)}
      />
      <BillLine kind="sub" name={<>CoreFans, {percent(250)}</>} value={amountOf(fee, coin)} />
      <div className={side === 'buyer' ? 'bill-sub' : 'bill-sum'}>
        <dt>{side === 'buyer' ? 'To the seller' : 'You get'}</dt>
        <dd>{amountOf(net, coin)}</dd>
      </div>
      {side === 'buyer' && <BillLine kind="sum" name="You pay" value={amountOf(units, coin, 'up')} />}
    </Bill>
  )
}
