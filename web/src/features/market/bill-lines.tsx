import { resaleParts } from '@corefans/chain/fees.ts'
import { amountOf, type Coin } from '../../lib/wallet/amount.ts'
import { percent } from './policy-words.ts'

type Props = { units: bigint; coin: Coin | undefined; royaltyBps: number; creator: string; side: 'buyer' | 'seller' }

/** Where the money of a resale goes, to the smallest unit of its coin: fee and royalty are parts of the price. */
export function ResaleBill({ units, coin, royaltyBps, creator, side }: Props) {
  const { fee, royalty, net } = resaleParts(units, royaltyBps)
  return (
    <dl className="bill num">
      <div className="bill-sub">
        <dt>
          Royalty to {creator}, {percent(royaltyBps)}
        </dt>
        <dd>{amountOf(royalty, coin)}</dd>
      </div>
      <div className="bill-sub">
        <dt>CoreFans, {percent(250)}</dt>
        <dd>{amountOf(fee, coin)}</dd>
      </div>
      <div className={side === 'buyer' ? 'bill-sub' : 'bill-sum'}>
        <dt>{side === 'buyer' ? 'To the seller' : 'You get'}</dt>
        <dd>{amountOf(net, coin)}</dd>
      </div>
      {side === 'buyer' && (
        <div className="bill-sum">
          <dt>You pay</dt>
          <dd>{amountOf(units, coin, 'up')}</dd>
        </div>
      )}
    </dl>
  )
}
