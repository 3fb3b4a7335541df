import { resaleParts } from '@corefans/chain/fees.ts'
import { core } from '../../lib/wallet/amount.ts'
import { percent } from './policy-words.ts'

type Props = { priceWei: bigint; royaltyBps: number; creator: string; side: 'buyer' | 'seller' }

/** Where the money of a resale goes, to the wei: fee and royalty are parts of the price. */
export function ResaleBill({ priceWei, royaltyBps, creator, side }: Props) {
  const { fee, royalty, net } = resaleParts(priceWei, royaltyBps)
  return (
    <dl className="bill num">
      <div className="sub">
        <dt>
          Royalty to {creator}, {percent(royaltyBps)}
        </dt>
        <dd>{core(royalty)}</dd>
      </div>
      <div className="sub">
        <dt>CoreFans, {percent(250)}</dt>
        <dd>{core(fee)}</dd>
      </div>
      <div className={side === 'buyer' ? 'sub' : 'sum'}>
        <dt>{side === 'buyer' ? 'To the seller' : 'You get'}</dt>
        <dd>{core(net)}</dd>
      </div>
      {side === 'buyer' && (
        <div className="sum">
          <dt>You pay</dt>
          <dd>{core(priceWei, 'up')}</dd>
        </div>
      )}
    </dl>
  )
}
