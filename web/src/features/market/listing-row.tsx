import type { ListingView } from '@corefans/shared/contracts/market.ts'
import { money } from '../../lib/format.ts'
import { useNext } from '../../lib/next.ts'
import { useMe } from '../../lib/session.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { PassArt } from '../../ui/pass-art.tsx'
import { Time } from '../../ui/time.tsx'
import { inCoin } from './coins.ts'

/** One pass for sale: what it is, how long it lasts, who sells it, and the way to buy it. */
export function ListingRow({ listing, onBuy }: { listing: ListingView; onBuy: (listing: ListingView) => void }) {
  const me = useMe()
  const { tier, serial, order, expiresAt, seller, price, viewer } = listing
  return (
    <li className="market-listing">
      <span className="market-listing-icon">
        <PassArt handle={tier.creator.handle} />
        <Icon name="ticket" />
      </span>
      <div className="market-listing-text">
        <Link to="/market/$collection/$tokenId" params={{ collection: order.nft, tokenId: order.id }} className="link">
          <b>{tier.name}</b> <span className="num">no. {serial}</span>
        </Link>
        <small>
          <Link to="/@{$handle}" params={{ handle: tier.creator.handle }} className="link">
            <Name>{tier.creator.name}</Name>
          </Link>
          {' · '}
          {expiresAt ? (
            <>
              good until <Time iso={expiresAt} as="day" />
            </>
          ) : (
            'for life'
          )}
          {seller && <> · sold by @{seller.handle}</>}
        </small>
        <AtTheSource listing={listing} />
      </div>
      <b className="num market-listing-price">{inCoin(price, 'up')}</b>
      <BuyOrOwn isMine={viewer.isMine} isSignedIn={me !== null} onBuy={() => onBuy(listing)} />
    </li>
  )
}

/** The creator still sells the same for no more: whoever would pay a holder should know. */
function AtTheSource({ listing: { tier, price } }: { listing: ListingView }) {
  const isSameCoin = tier.price.asset === price.asset
  if (tier.soldOut || !isSameCoin || BigInt(tier.price.amount) > BigInt(price.amount)) return null
  const { handle, name } = tier.creator
  return (
    <small>
      <Link to="/@{$handle}/$tab" params={{ handle, tab: 'passes' }} hash={`tier-${tier.tierId}`} className="link">
        <Name>{name}</Name> {tier.price.amount === '0' ? 'gives it free' : `sells it new for ${money(tier.price)}`}
      </Link>
    </small>
  )
}

function BuyOrOwn({ isMine, isSignedIn, onBuy }: { isMine: boolean; isSignedIn: boolean; onBuy: () => void }) {
  const next = useNext()
  if (isMine) return <span className="muted small">Yours</span>
  if (!isSignedIn)
    return (
      <Link to="/login" search={{ next }} className="btn sec slim">
        Sign in to buy
      </Link>
    )
  return (
    <button type="button" className="btn pri slim" onClick={onBuy}>
      Buy
    </button>
  )
}
