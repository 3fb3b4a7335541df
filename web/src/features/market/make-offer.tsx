import type { PassPageView } from '@corefans/shared/contracts/market.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { core, parseAmount } from '../../lib/wallet/amount.ts'
import { loadEngine } from '../../lib/wallet/load-engine.ts'
import { TextField } from '../../ui/field.tsx'
import { Funds, type FundsMove } from './funds.tsx'
import { myMarketQuery } from './market-queries.ts'
import { SignDialog } from './sign-dialog.tsx'

/** An offer for this pass, or for any of its tier: signed, and covered by funds that lie in the market. */
export function MakeOffer({ pass, onClose }: { pass: PassPageView; onClose: () => void }) {
  const { tier, serial, collection, tokenId } = pass
  const [price, setPrice] = useState('')
  const [isForTier, setForTier] = useState(false)
  const [adding, setAdding] = useState<FundsMove | null>(null)
  const mine = useQuery(myMarketQuery)
  const haveWei = BigInt(mine.data?.wallets[0]?.offerFunds.amount ?? '0')
  const priceWei = parseAmount(price)
  const isGood = priceWei !== null && priceWei > 0n
  const missingWei = isGood && priceWei > haveWei ? priceWei - haveWei : 0n
  if (adding) return <Funds move={adding} onClose={() => setAdding(null)} />
  return (
    <SignDialog
      title={`Offer for ${tier.name}`}
      label="Sign the offer"
      done="Your offer is out"
      mayGo={isGood && missingWei === 0n}
      sign={async (password) => {
        const target = isForTier ? { scope: 1, id: String(tier.tierId) } : { scope: 0, id: tokenId }
        return (await loadEngine()).signOffer({ collection, ...target, priceWei: priceWei ?? 0n, days: 7 }, password)
      }}
      post={(body) => api('POST /api/market/offers', body)}
      onClose={onClose}
    >
      <p>Whoever holds it can take your offer within 7 days. The money is taken from your offer funds then, and not before.</p>
      <OfferedPrice price={price} isGood={isGood} haveWei={haveWei} onChange={setPrice} />
      <fieldset className="choice">
        <legend>For which pass</legend>
        <label>
          <input type="radio" name="scope" checked={!isForTier} onChange={() => setForTier(false)} /> This one, no. {serial}
        </label>
        <label>
          <input type="radio" name="scope" checked={isForTier} onChange={() => setForTier(true)} /> Any {tier.name}
        </label>
      </fieldset>
      <Missing amountWei={missingWei} onAdd={() => setAdding({ way: 'in', amountWei: missingWei })} />
    </SignDialog>
  )
}

const OfferedPrice = ({
  price,
  isGood,
  haveWei,
  onChange,
}: {
  price: string
  isGood: boolean
  haveWei: bigint
  onChange: (price: string) => void
}) => (
  <TextField
    label="Your offer in CORE"
    inputMode="decimal"
    autoComplete="off"
    value={price}
    error={price && !isGood ? 'Say an amount, such as 1.5' : undefined}
    hint={`Your offer funds: ${core(haveWei)}`}
    onChange={(event) => onChange(event.target.value)}
  />
)

const Missing = ({ amountWei, onAdd }: { amountWei: bigint; onAdd: () => void }) =>
  amountWei > 0n ? (
    <div className="notice">
      <p>{core(amountWei, 'up')} are missing in your offer funds. You can take them back whenever you like.</p>
      <button type="button" className="btn sec slim" onClick={onAdd}>
        Add {core(amountWei, 'up')}
      </button>
    </div>
  ) : null
