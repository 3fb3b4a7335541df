import type { PassPageView } from '@corefans/shared/contracts/market.ts'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { loadEngine } from '../../lib/wallet/load-engine.ts'
import { asTyped } from '../../lib/wallet/read-amount.ts'
import { amountIn, type Price, PriceField } from '../../ui/price-field.tsx'
import { ResaleBill } from './bill-lines.tsx'
import { coinIn, useCoins } from './coins.ts'
import { shownExpiryS } from './promised.ts'
import { SignDialog } from './sign-dialog.tsx'

const terms = [1, 7, 30, 90]

/** What is asked now, as it would be typed. */
const asked = (listing: PassPageView['listing']): Price =>
  listing
    ? { text: asTyped(BigInt(listing.price.amount), listing.price.decimals), currency: coinIn(listing.price) ? 'usd' : 'core' }
    : { text: '', currency: 'core' }

/** Puts a pass of mine up for sale, or gives its listing another price: a signature, and no money. */
export function ListPass({ pass, onCancelFirst, onClose }: { pass: PassPageView; onCancelFirst: () => void; onClose: () => void }) {
  const { listing, tier, collection, tokenId, moves, royaltyBps, ownerAddress, expiresAt } = pass
  const [price, setPrice] = useState<Price>(() => asked(listing))
  const [days, setDays] = useState(30)
  const units = amountIn(price)
  const coin = useCoins().get(price.currency)
  return (
    <SignDialog
      title={listing ? 'Change the price' : `Sell ${tier.name}`}
      label={listing ? 'Sign the new price' : 'Sign the listing, for free'}
      done={listing ? 'The new price is up' : 'Your pass is for sale'}
      mayGo={units !== null}
      sign={async (password) =>
        (await loadEngine()).signListing(
          {
            from: ownerAddress,
            collection,
            tokenId,
            moves,
            price: units ?? 0n,
            token: coin?.token ?? null,
            days,
            expiryS: shownExpiryS(expiresAt),
          },
          password,
        )
      }
      post={(body) => api('POST /api/market/listings', body)}
      onProblem={(problem) =>
        problem.type === 'market/cancel-first' && (
          <div className="notice">
            <p>
              Whoever kept the listing before could still buy for its price. Cancel it on the network first, then ask for more or in another
              currency.
            </p>
            <button type="button" className="btn sec slim" onClick={onCancelFirst}>
              Cancel the listing before
            </button>
          </div>
        )
      }
      onClose={onClose}
    >
      <p>
        Whoever pays your price gets the pass and its access in the same moment, as it is now: a renewal, a loan or a gift ends the listing.
        You sign; nothing is moved and nothing is paid now.
      </p>
      <PriceField label="Price" price={price} onChange={setPrice} />
      <HowLong days={days} onChoose={setDays} />
      {units !== null && <ResaleBill units={units} coin={coin} royaltyBps={royaltyBps} creator={tier.creator.name} side="seller" />}
    </SignDialog>
  )
}

const HowLong = ({ days, onChoose }: { days: number; onChoose: (days: number) => void }) => (
  <div className="field">
    <label htmlFor="listing-days">For how long</label>
    <select id="listing-days" className="input" value={days} onChange={(event) => onChoose(Number(event.target.value))}>
      {terms.map((one) => (
        <option key={one} value={one}>
          {one === 1 ? '1 day' : `${one} days`}
        </option>
      ))}
    </select>
  </div>
)
