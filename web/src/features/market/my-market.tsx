import type { OfferView } from '@corefans/shared/contracts/market.ts'
import type { Money } from '@corefans/shared/values/money.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { core, nativeCoin } from '../../lib/wallet/amount.ts'
import { unitsIn } from '../../lib/wallet/read-amount.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { Failure } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Pages } from '../../ui/pages.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { Credits } from '../payments/index.ts'
import { Allow } from './allow.tsx'
import { coinIn, inCoin } from './coins.ts'
import { Funds, type FundsMove } from './funds.tsx'
import { ListingRows } from './listing-rows.tsx'
import { myMarketQuery, offerPages } from './market-queries.ts'
import { Decline, OfferRows } from './offer-row.tsx'

/** My listings, my offers, what is offered to me, and the money behind it. */
export function MyMarket() {
  const mine = useQuery(myMarketQuery)
  if (mine.error) return <Failure error={mine.error} onRetry={() => void mine.refetch()} />
  if (!mine.data) return <Loading rows={2} />
  const { listings, wallets } = mine.data
  return (
    <div className="market-mine">
      <Credits from="market" />
      <Part title="My listings" empty={listings.length === 0 && 'You sell nothing. Open a pass of yours to list it.'}>
        <ListingRows listings={listings} label="My listings" />
      </Part>
      <Offers side="received" title="Offers for my passes" empty="Nobody has offered anything yet." />
      <Offers side="made" title="My offers" empty="You have made no offer." />
      <Part title="Offer funds">
        {wallets.map(({ address, offerFunds, dollars }) => (
          <div key={address}>
            <Purse address={address} haveWei={BigInt(offerFunds.amount)} />
            {dollars && <Word address={address} dollars={dollars} />}
          </div>
        ))}
      </Part>
    </div>
  )
}

const Part = ({ title, empty = false, children }: { title: string; empty?: string | false; children: ReactNode }) => (
  <section aria-label={title} className="market-list">
    <h2>{title}</h2>
    {empty && <p className="muted">{empty}</p>}
    {children}
  </section>
)

const Offers = ({ side, title, empty }: { side: 'made' | 'received'; title: string; empty: string }) => (
  <Part title={title}>
    <Pages list={useInfiniteQuery(offerPages(side))} keyOf={({ offerId }) => offerId} rows={1} empty={<p className="muted">{empty}</p>}>
      {(all) => (
        <OfferRows offers={all}>
          {(offer) => (
            <>
              <Look offer={offer} />
              <Decline offer={offer} />
            </>
          )}
        </OfferRows>
      )}
    </Pages>
  </Part>
)

/** To the pass that is meant, or, where any pass will do, to one's own. */
const Look = ({ offer: { scope, order } }: { offer: OfferView }) =>
  scope === 'pass' ? (
    <Link to="/market/$collection/$tokenId" params={{ collection: order.nft, tokenId: order.id }} className="btn sec slim">
      Look
    </Link>
  ) : (
    <Link to="/wallet" className="btn sec slim">
      My passes
    </Link>
  )

function Purse({ address, haveWei }: { address: string; haveWei: bigint }) {
  const [move, setMove] = useState<FundsMove | null>(null)
  const [amount, setAmount] = useState('')
  const addWei = unitsIn(amount, nativeCoin.decimals) ?? 0n
  return (
    <div className="market-purse">
      <b className="num">{core(haveWei)}</b>
      <AmountField label="Add to them, in CORE" text={amount} unit={nativeCoin} placeholder="0" onText={setAmount} />
      <button
        type="button"
        className="btn sec slim"
        disabled={addWei === 0n}
        onClick={() => setMove({ way: 'in', amountWei: addWei, from: address })}
      >
        Add
      </button>
      <button
        type="button"
        className="btn ghost slim"
        disabled={haveWei === 0n}
        onClick={() => setMove({ way: 'out', amountWei: haveWei, from: address })}
      >
        Take all back
      </button>
      {move && <Funds move={move} onClose={() => setMove(null)} />}
    </div>
  )
}

type Dollars = { balance: Money; allowed: Money }

/** What the market may take of a wallet's dollars for offers, and the way to take that word back. */
function Word({ address, dollars: { balance, allowed } }: { address: string; dollars: Dollars }) {
  const [isBack, setBack] = useState(false)
  const coin = coinIn(allowed)
  if (!coin || (allowed.amount === '0' && !isBack)) return null
  return (
    <div className="market-purse">
      <p>
        The market may take <b className="num">{inCoin(allowed)}</b> for your offers. Your wallet holds{' '}
        <span className="num">{inCoin(balance)}</span>.
      </p>
      <button type="button" className="btn ghost slim" disabled={allowed.amount === '0'} onClick={() => setBack(true)}>
        Take it back
      </button>
      {isBack && <Allow units={0n} coin={coin} from={address} onClose={() => setBack(false)} />}
    </div>
  )
}
