import type { OfferView } from '@corefans/shared/contracts/market.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.ts'
import { inCoin } from './coins.ts'
import { refreshMarket } from './market-queries.ts'
import { CancelOrder } from './trade-dialogs.tsx'

const target = ({ scope, tierName, serial, creator }: OfferView): string => {
  const whose = creator ? ` of ${creator.name}` : ''
  if (scope === 'collection') return `any pass${whose}`
  return scope === 'tier' ? `any ${tierName ?? 'pass'}${whose}` : `${tierName ?? 'pass'} no. ${serial}${whose}`
}

type Props = { offers: readonly OfferView[]; children: (offer: OfferView) => ReactNode }

/**
 * Live offers; `children` is what a reader may do with one besides withdrawing one's own. The dialog stands above the rows:
 * an offer that is withdrawn leaves the list before its dialog has said so.
 */
export function OfferRows({ offers, children }: Props) {
  const [withdrawn, withdraw] = useState<OfferView | null>(null)
  return (
    <>
      <ul>
        {offers.map((offer) => (
          <OfferRow key={offer.offerId} offer={offer} onWithdraw={() => withdraw(offer)}>
            {children(offer)}
          </OfferRow>
        ))}
      </ul>
      {withdrawn && <CancelOrder nonce={withdrawn.order.nonce} maker={withdrawn.order.maker} what="offer" onClose={() => withdraw(null)} />}
    </>
  )
}

const OfferRow = ({ offer, onWithdraw, children }: { offer: OfferView; onWithdraw: () => void; children: ReactNode }) => (
  <li>
    <span>
      {offer.viewer.isMine ? 'You offer' : `${offer.bidder ? `@${offer.bidder.handle}` : 'Somebody'} offers`}{' '}
      <b className="num">{inCoin(offer.price)}</b> for {target(offer)}
      <small className="muted">
        {' '}
        until <Time iso={offer.endsAt} as="day" />
        {offer.order.minExpiry > 0 && (
          <>
            , good until at least <Time iso={new Date(offer.order.minExpiry * 1_000).toISOString()} as="day" />
          </>
        )}
      </small>
    </span>
    <span className="market-offer-buttons">
      {offer.viewer.isMine ? (
        <button type="button" className="btn ghost slim" onClick={onWithdraw}>
          Withdraw
        </button>
      ) : (
        children
      )}
    </span>
  </li>
)

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
