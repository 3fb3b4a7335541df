import type { PassPageView } from '@corefans/shared/contracts/market.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { amountOf, type Coin } from '../../lib/wallet/amount.ts'
import { loadEngine } from '../../lib/wallet/load-engine.ts'
import { TextField } from '../../ui/field.tsx'
import { Allow } from './allow.tsx'
import { useCoins } from './coins.ts'
import { Funds } from './funds.tsx'
import { myMarketQuery } from './market-queries.ts'
import { amountIn, type Price, PriceField } from './price-field.tsx'
import { daysIn, shownExpiryS, usualDays } from './promised.ts'
import { SignDialog } from './sign-dialog.tsx'

/** An offer for this pass, or for any of its tier: signed, and covered by offer funds, or by tokens that the market may take. */
export function MakeOffer({ pass, onClose }: { pass: PassPageView; onClose: () => void }) {
  const { tier, serial, collection, tokenId, expiresAt } = pass
  const [price, setPrice] = useState<Price>({ text: '', currency: 'core' })
  const [isForTier, setForTier] = useState(false)
  const [daysText, setDaysText] = useState(() => String(usualDays(tier.durationS)))
  const days = daysIn(daysText, tier.durationS)
  const asksDays = isForTier && tier.durationS !== null
  const [isCovering, setCovering] = useState(false)
  const coin = useCoins().get(price.currency)
  const units = amountIn(price)
  const have = useCover(coin)
  const missing = units !== null && units > have ? units - have : 0n
  if (isCovering && units !== null) return <Cover units={units} missing={missing} coin={coin} onClose={() => setCovering(false)} />
  return (
    <SignDialog
      title={`Offer for ${tier.name}`}
      label="Sign the offer"
      done="Your offer is out"
      mayGo={units !== null && missing === 0n && (!asksDays || days !== null)}
      sign={async (password) => {
        const target = isForTier ? { scope: 1, id: String(tier.tierId) } : { scope: 0, id: tokenId }
        const engine = await loadEngine()
        const demand = isForTier ? { days: days ?? 0 } : { untilS: shownExpiryS(expiresAt) }
        return engine.signOffer({ collection, ...target, price: units ?? 0n, token: coin?.token ?? null, days: 7, demand }, password)
      }}
      post={(body) => api('POST /api/market/offers', body)}
      onClose={onClose}
    >
      <p>
        Whoever holds it can take your offer within 7 days. The money is taken from your {coin ? 'wallet' : 'offer funds'} then, and not
        before.
      </p>
      <PriceField
        label="Your offer"
        price={price}
        onChange={setPrice}
        hint={coin ? `The market may take of your wallet: ${amountOf(have, coin)}` : `Your offer funds: ${amountOf(have, coin)}`}
      />
      <fieldset className="choice">
        <legend>For which pass</legend>
        <label>
          <input type="radio" name="scope" checked={!isForTier} onChange={() => setForTier(false)} /> This one, no. {serial}
        </label>
        <label>
          <input type="radio" name="scope" checked={isForTier} onChange={() => setForTier(true)} /> Any {tier.name}
        </label>
      </fieldset>
      {asksDays ? (
        <TextField
          label="Good for at least, in days from now"
          inputMode="numeric"
          autoComplete="off"
          value={daysText}
          error={days === null ? 'Whole days, at most what the pass lasts' : undefined}
          hint="A pass that ends sooner does not fill your offer, nor does one in its grace."
          onChange={(event) => setDaysText(event.target.value)}
        />
      ) : (
        <p className="muted small">{expiresAt ? 'It must still be good as long as it is now.' : 'It is for life.'}</p>
      )}
      {missing > 0n && <Missing missing={missing} coin={coin} onCover={() => setCovering(true)} />}
    </SignDialog>
  )
}

/** How much of a coin stands behind my offers: set aside in the market, or held and allowed. */
function useCover(coin: Coin | undefined): bigint {
  const wallet = useQuery(myMarketQuery).data?.wallets[0]
  if (!wallet) return 0n
  if (!coin) return BigInt(wallet.offerFunds.amount)
  if (!wallet.dollars) return 0n
  const [held, allowed] = [BigInt(wallet.dollars.balance.amount), BigInt(wallet.dollars.allowed.amount)]
  return held < allowed ? held : allowed
}

type Covering = { units: bigint; missing: bigint; coin: Coin | undefined; onClose: () => void }

const Cover = ({ units, missing, coin, onClose }: Covering) =>
  coin ? <Allow units={units} coin={coin} onClose={onClose} /> : <Funds move={{ way: 'in', amountWei: missing }} onClose={onClose} />

const Missing = ({ missing, coin, onCover }: { missing: bigint; coin: Coin | undefined; onCover: () => void }) => (
  <div className="notice">
    <p>
      {coin
        ? `The market needs your word for ${coin.symbol}: it takes them from your wallet when somebody accepts. You can take your word back whenever you like.`
        : `${amountOf(missing, coin, 'up')} are missing in your offer funds. You can take them back whenever you like.`}
    </p>
    <button type="button" className="btn sec slim" onClick={onCover}>
      {coin ? `Cover it with ${coin.symbol}` : `Add ${amountOf(missing, coin, 'up')}`}
    </button>
  </div>
)
