import { resaleParts } from '@corefans/chain/fees.ts'
import type { Coin } from '../../lib/wallet/amount.ts'
import { Bill, BillLine } from '../../ui/bill.tsx'
import { Figure } from '../../ui/figure.tsx'
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
        value={<Figure units={royalty} coin={coin} />}
      />
      <BillLine kind="sub" name={<>CoreFans, {percent(250)}</>} value={<Figure units={fee} coin={coin} />} />
      <div className={side === 'buyer' ? 'bill-sub' : 'bill-sum'}>
        <dt>{side === 'buyer' ? 'To the seller' : 'You get'}</dt>
        <dd>
          <Figure units={net} coin={coin} />
        </dd>
      </div>
      {side === 'buyer' && <BillLine kind="sum" name="You pay" value={<Figure units={units} coin={coin} round="up" />} />}
    </Bill>
  )
}
