import type { ListingView, OfferView } from '@corefans/shared/contracts/market.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { refreshPasses } from '../passes/index.ts'
import { TransactionDialog } from '../wallet/index.ts'
import { ResaleBill } from './bill-lines.tsx'
import { coinIn, inCoin } from './coins.ts'
import { useMarket } from './funds.tsx'
import { askIn, bidIn } from './orders-in.ts'

const Done = ({ onClose }: { onClose: () => void }) => (
  <button type="button" className="btn pri" onClick={onClose}>
    Done
  </button>
)

/** Buys a listed pass for the price that is shown: the contract refuses if anything about it has changed. */
export function BuyListing({ listing, onClose }: { listing: ListingView; onClose: () => void }) {
  const queries = useQueryClient()
  const market = useMarket()
  const { tier, serial, price, royaltyBps } = listing
  const [units, coin] = [BigInt(price.amount), coinIn(price)]
  return (
    <TransactionDialog
      title={`Buy ${tier.name}`}
      request={{
        action: { does: 'buyListing', with: { market, listing: askIn(listing) } },
        costWei: units,
        coin,
        done: `“${tier.name}” of ${tier.creator.name} is yours`,
        onConfirmed: () => refreshPasses(queries),
      }}
      confirm={`Pay ${inCoin(price, 'up')}`}
      success={{
        title: 'You are in.',
        text: `“${tier.name}”, no. ${serial}, is in your wallet, and what it opens is open.`,
        action: (
          <>
            <Link to="/wallet" className="btn sec" onClick={onClose}>
              My passes
            </Link>
            <Link to="/@{$handle}" params={{ handle: tier.creator.handle }} className="btn pri" onClick={onClose}>
              See what it opens
            </Link>
          </>
        ),
      }}
      onClose={onClose}
    >
      <p>
        <b>{tier.name}</b>, no. {serial}, by <Name>{tier.creator.name}</Name>
        {listing.seller && <> from @{listing.seller.handle}</>}. Its access becomes yours in the same moment.
      </p>
      <ResaleBill units={units} coin={coin} royaltyBps={royaltyBps} creator={tier.creator.name} side="buyer" />
      {coin && <p className="muted small">Your wallet lets the market take exactly this much {coin.symbol}, and then pays.</p>}
    </TransactionDialog>
  )
}

type Accepting = { offer: OfferView; pass: { tokenId: string; serial: number; ownerAddress: string; royaltyBps: number; creator: string } }

/** Sells a pass of mine to whoever offered. */
export function AcceptOffer({ offer, pass, onClose }: Accepting & { onClose: () => void }) {
  const queries = useQueryClient()
  const market = useMarket()
  return (
    <TransactionDialog
      title={`Accept ${inCoin(offer.price)}`}
      request={{
        action: { does: 'acceptBid', with: { market, offer: bidIn(offer), id: BigInt(pass.tokenId) } },
        costWei: 0n,
        from: pass.ownerAddress,
        done: 'Your pass is sold',
        onConfirmed: () => refreshPasses(queries),
      }}
      confirm="Sell it"
      success={{
        title: 'Sold.',
        text: 'The pass and its access are the bidder’s; the money is in your wallet.',
        action: <Done onClose={onClose} />,
      }}
      onClose={onClose}
    >
      <p>
        Pass no. {pass.serial} goes to {offer.bidder ? `@${offer.bidder.handle}` : 'the bidder'}, and its access with it.
      </p>
      <ResaleBill
        units={BigInt(offer.price.amount)}
        coin={coinIn(offer.price)}
        royaltyBps={pass.royaltyBps}
        creator={pass.creator}
        side="seller"
      />
    </TransactionDialog>
  )
}

/** Kills a listing or an offer of mine on the network, so that nobody who kept it can use it. */
export function CancelOrder({
  nonce,
  maker,
  what,
  onClose,
}: {
  nonce: string
  maker: string
  what: 'listing' | 'offer'
  onClose: () => void
}) {
  const queries = useQueryClient()
  const market = useMarket()
  return (
    <TransactionDialog
      title={what === 'listing' ? 'Take it off the market' : 'Withdraw the offer'}
      request={{
        action: { does: 'cancelOrder', with: { market, nonce: BigInt(nonce) } },
        costWei: 0n,
        from: maker,
        done: what === 'listing' ? 'The listing is gone' : 'The offer is withdrawn',
        onConfirmed: () => refreshPasses(queries),
      }}
      confirm={what === 'listing' ? 'Cancel the listing' : 'Withdraw it'}
      success={{ title: 'Gone.', text: 'Nobody can use it any more.', action: <Done onClose={onClose} /> }}
      onClose={onClose}
    >
      <p>What you signed is made void on the network, for everybody who has seen it.</p>
    </TransactionDialog>
  )
}
