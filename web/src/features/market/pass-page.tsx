import type { OfferView, PassPageView } from '@corefans/shared/contracts/market.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { span } from '../../lib/format.ts'
import { useNext } from '../../lib/next.ts'
import { useMe } from '../../lib/session.ts'
import { useTopic } from '../../lib/topics.ts'
import { Failure } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/header.tsx'
import { Link } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { Time } from '../../ui/time.tsx'
import { PassActions, PassCard } from '../passes/index.ts'
import { Activity } from './activity.tsx'
import { inCoin } from './coins.ts'
import { ListPass } from './list-pass.tsx'
import { MakeOffer } from './make-offer.tsx'
import { passPageQuery } from './market-queries.ts'
import { Decline, OfferRows } from './offer-row.tsx'
import { percent, policyWords } from './policy-words.ts'
import { AcceptOffer, BuyListing, CancelOrder } from './trade-dialogs.tsx'

/** One pass: what it is, what may be done with it, what it costs here, and what happened to it. */
export function PassPage() {
  const { collection, tokenId } = useParams({ strict: false }) as { collection: string; tokenId: string }
  const pass = useQuery(passPageQuery(collection, tokenId))
  useTopic('market:all')
  return (
    <>
      <PageHeader title={pass.data ? `${pass.data.tier.name}, no. ${pass.data.serial}` : 'Pass'} note={pass.data?.tier.creator.name} back />
      {pass.error && <Failure error={pass.error} onRetry={() => void pass.refetch()} />}
      {!pass.data && !pass.error && <Loading rows={2} />}
      {pass.data && <Body pass={pass.data} />}
    </>
  )
}

const ticketOf = ({ tier, active, expiresAt, viewer }: PassPageView) => ({
  ...tier,
  soldOut: false,
  viewer: { holds: active && viewer.isMine, expiresAt },
})

function Body({ pass }: { pass: PassPageView }) {
  return (
    <div className="market-pass">
      <PassCard tier={ticketOf(pass)} serial={pass.serial} heading="h2" />
      <Trade pass={pass} />
      <PassActions collection={pass.collection} tokenId={pass.tokenId} />
      <Facts pass={pass} />
      <Offers pass={pass} />
      <section aria-label="History" className="market-list">
        <h2>History</h2>
        <Activity scope={{ collection: pass.collection, tokenId: pass.tokenId }} />
      </section>
    </div>
  )
}

type Open = 'list' | 'cancel' | 'buy' | 'offer' | null

/** The one thing to do next: buy it, sell it, or offer for it. */
function Trade({ pass }: { pass: PassPageView }) {
  // With the listing of that moment: it is gone before the dialog has said what came of it.
  const [{ what: open, of }, setOpen] = useState<{ what: Open; of: PassPageView['listing'] }>({ what: null, of: null })
  const me = useMe()
  const { listing, viewer } = pass
  const close = () => setOpen({ what: null, of: null })
  const show = (what: Open) => setOpen({ what, of: listing })
  return (
    <section className="market-trade" aria-label="Trade">
      <p className="market-price num">{listing ? inCoin(listing.price, 'up') : 'Not for sale'}</p>
      <div className="buttons">
        {viewer.isMine ? <Owner pass={pass} onOpen={show} /> : <Guest isSignedIn={me !== null} isListed={listing !== null} onOpen={show} />}
      </div>
      {open === 'list' && <ListPass pass={pass} onCancelFirst={() => show('cancel')} onClose={close} />}
      {open === 'cancel' && of && <CancelOrder nonce={of.order.nonce} maker={of.order.maker} what="listing" onClose={close} />}
      {open === 'buy' && of && <BuyListing listing={of} onClose={close} />}
      {open === 'offer' && <MakeOffer pass={pass} onClose={close} />}
    </section>
  )
}

function Owner({ pass: { listing, policy, active, loan, tier }, onOpen }: { pass: PassPageView; onOpen: (open: Open) => void }) {
  if (policy === 'soulbound' || !active || loan) return <p className="muted">{whyNotSell({ policy, active, renewable: tier.renewable })}</p>
  return (
    <>
      <button type="button" className="btn pri" onClick={() => onOpen('list')}>
        {listing ? 'Change the price' : 'Sell'}
      </button>
      {listing && (
        <button type="button" className="btn sec" onClick={() => onOpen('cancel')}>
          Take off the market
        </button>
      )}
    </>
  )
}

function whyNotSell({ policy, active, renewable }: { policy: string; active: boolean; renewable: boolean }): string {
  if (policy === 'soulbound') return 'It is bound to you and cannot be sold.'
  if (active) return 'It is lent: it can be sold when it is back.'
  return renewable ? 'It has ended: renew it to sell it.' : 'It has ended and cannot be sold.'
}

function Guest({ isSignedIn, isListed, onOpen }: { isSignedIn: boolean; isListed: boolean; onOpen: (open: Open) => void }) {
  const next = useNext()
  if (!isSignedIn)
    return (
      <Link to="/login" search={{ next }} className="btn pri">
        Sign in to trade
      </Link>
    )
  return (
    <>
      {isListed && (
        <button type="button" className="btn pri" onClick={() => onOpen('buy')}>
          Buy now
        </button>
      )}
      <button type="button" className={isListed ? 'btn sec' : 'btn pri'} onClick={() => onOpen('offer')}>
        Make an offer
      </button>
    </>
  )
}

function Facts({ pass }: { pass: PassPageView }) {
  const { owner, ownerAddress, expiresAt, loan, graceS, royaltyBps, tier, giftableAt } = pass
  return (
    <section aria-label="Facts" className="market-list">
      <h2>About this pass</h2>
      <dl className="market-facts">
        <Fact name="Owner">
          {owner ? (
            <Link to="/@{$handle}" params={{ handle: owner.handle }} className="link">
              @{owner.handle}
            </Link>
          ) : (
            <span className="num">{`${ownerAddress.slice(0, 8)}…${ownerAddress.slice(-4)}`}</span>
          )}
        </Fact>
        <Fact name={pass.active ? 'Good until' : 'Ended'}>{expiresAt ? <Time iso={expiresAt} as="day" /> : 'for life'}</Fact>
        <Fact name="Royalty">
          {percent(royaltyBps)} of each resale, to <Name>{tier.creator.name}</Name>
        </Fact>
        {graceS > 0 && <Fact name="Grace">{span(graceS)} after its end to renew</Fact>}
        {tier.consumable && <Fact name="Use">{pass.consumed ? 'Used' : 'Good for one use'}</Fact>}
        {loan && (
          <Fact name="Lent until">
            <Time iso={loan.until} as="day" />
          </Fact>
        )}
      </dl>
      <p className="muted">{policyWords(pass)}</p>
      {giftableAt && Date.parse(giftableAt) > Date.now() && (
        <p className="muted small">
          It was given away lately; it can be given again <Time iso={giftableAt} />, and sold at any time.
        </p>
      )}
    </section>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

function Offers({ pass }: { pass: PassPageView }) {
  const [accepting, setAccepting] = useState<OfferView | null>(null)
  const { offers, viewer, tokenId, serial, ownerAddress, royaltyBps, tier } = pass
  return (
    <section aria-label="Offers" className="market-list">
      <h2>Offers</h2>
      {offers.length === 0 && <p className="muted">None just now.</p>}
      <OfferRows offers={offers}>
        {(offer) =>
          viewer.isMine && (
            <>
              <button type="button" className="btn pri slim" onClick={() => setAccepting(offer)}>
                Accept
              </button>
              <Decline offer={offer} />
            </>
          )
        }
      </OfferRows>
      {accepting && (
        <AcceptOffer
          offer={accepting}
          pass={{ tokenId, serial, ownerAddress, royaltyBps, creator: tier.creator.name }}
          onClose={() => setAccepting(null)}
        />
      )}
    </section>
  )
}
