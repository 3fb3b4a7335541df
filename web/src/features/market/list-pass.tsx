import type { PassPageView } from '@corefans/shared/contracts/market.ts'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { formatAmount, parseAmount } from '../../lib/wallet/amount.ts'
import { loadEngine } from '../../lib/wallet/load-engine.ts'
import { TextField } from '../../ui/field.tsx'
import { ResaleBill } from './bill-lines.tsx'
import { SignDialog } from './sign-dialog.tsx'

const terms = [1, 7, 30, 90]

/** Puts a pass of mine up for sale, or gives its listing another price: a signature, and no money. */
export function ListPass({ pass, onCancelFirst, onClose }: { pass: PassPageView; onCancelFirst: () => void; onClose: () => void }) {
  const { listing, tier, collection, tokenId, moves, royaltyBps, ownerAddress } = pass
  const [price, setPrice] = useState(listing ? formatAmount(BigInt(listing.price.amount)) : '')
  const [days, setDays] = useState(30)
  const priceWei = parseAmount(price)
  const isGood = priceWei !== null && priceWei > 0n
  return (
    <SignDialog
      title={listing ? 'Change the price' : `Sell ${tier.name}`}
      label={listing ? 'Sign the new price' : 'Sign the listing, for free'}
      done={listing ? 'The new price is up' : 'Your pass is for sale'}
      mayGo={isGood}
      sign={async (password) =>
        (await loadEngine()).signListing({ from: ownerAddress, collection, tokenId, moves, priceWei: priceWei ?? 0n, days }, password)
      }
      post={(body) => api('POST /api/market/listings', body)}
      onProblem={(problem) =>
        problem.type === 'market/cancel-first' && (
          <div className="notice">
            <p>Whoever kept your cheaper listing could still buy for its price. Cancel it on the network first, then ask for more.</p>
            <button type="button" className="btn sec slim" onClick={onCancelFirst}>
              Cancel the cheaper listing
            </button>
          </div>
        )
      }
      onClose={onClose}
    >
      <p>Whoever pays your price gets the pass and its access in the same moment. You sign; nothing is moved and nothing is paid now.</p>
      <TextField
        label="Price in CORE"
        inputMode="decimal"
        autoComplete="off"
        value={price}
        error={price && !isGood ? 'Say an amount, such as 1.5' : undefined}
        onChange={(event) => setPrice(event.target.value)}
      />
      <div className="field">
        <label htmlFor="listing-days">For how long</label>
        <select id="listing-days" className="input" value={days} onChange={(event) => setDays(Number(event.target.value))}>
          {terms.map((one) => (
            <option key={one} value={one}>
              {one === 1 ? '1 day' : `${one} days`}
            </option>
          ))}
        </select>
      </div>
      {isGood && <ResaleBill priceWei={priceWei} royaltyBps={royaltyBps} creator={tier.creator.name} side="seller" />}
    </SignDialog>
  )
}
