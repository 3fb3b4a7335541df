import type { OfferView } from '@corefans/shared/contracts/market.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.ts'
import { inCoin } from './coins.ts'
import { CancelOrder } from './deals.tsx'
import { refreshMarket } from './market-queries.ts'

const target = ({ scope, tierName, serial, creator }: OfferView): string => {
  const whose = creator ? ` of ${creator.name}` : ''
  if (scope === 'collection') return `any pass${whose}`
  return scope === 'tier' ? `any ${tierName ?? 'pass'}${whose}` : `${tierName ?? 'pass'} no. ${serial}${whose}`
}

/** One live offer; `children` is what its reader may do with it besides withdrawing one's own. */
export function OfferRow({ offer, children }: { offer: OfferView; children?: ReactNode }) {
  const [isWithdrawing, setWithdrawing] = useState(false)
  return (
    <li className="offer">
      <span>
        {offer.viewer.isMine ? 'You offer' : `${offer.bidder ? `@${offer.bidder.handle}` : 'Somebody'} offers`}{' '}
        <b className="num">{inCoin(offer.price)}</b> for {target(offer)}
        <small className="muted">
          {' '}
          until <Time iso={offer.endsAt} as="day" />
        </small>
      </span>
      <span className="offer-b">
        {offer.viewer.isMine ? (
          <button type="button" className="btn ghost slim" onClick={() => setWithdrawing(true)}>
            Withdraw
          </button>
        ) : (
          children
        )}
      </span>
      {isWithdrawing && (
        <CancelOrder nonce={offer.order.nonce} maker={offer.order.maker} what="offer" onClose={() => setWithdrawing(false)} />
      )}
    </li>
  )
}

/** Hides an offer from whoever declines it. */
export function Decline({ offer }: { offer: OfferView }) {
  const queries = useQueryClient()
  const decline = useMutation({
    mutationFn: () => api('POST /api/market/offers/:offerId/decline', { offerId: offer.offerId }),
    onSuccess: () => refreshMarket(queries),
    onError: (error) => toast(sentenceOf(error)),
  })
  return (
    <button type="button" className="btn ghost slim" disabled={decline.isPending} onClick={() => decline.mutate()}>
      Decline
    </button>
  )
}
