import type { PassPageView } from '@corefans/shared/contracts/market.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { amountOf, type Coin } from '../../lib/wallet/amount.ts'
import { loadEngine } from '../../lib/wallet/load-engine.ts'
import type { Demand } from '../../lib/wallet/market-reads.ts'
import { AmountField, pieces } from '../../ui/amount-field.tsx'
import { amountIn, type Price, PriceField } from '../../ui/price-field.tsx'
import { Allow } from './allow.tsx'
import { useCoins } from './coins.ts'
import { Funds } from './funds.tsx'
import { myMarketQuery } from './market-queries.ts'
import { daysIn, shownExpiryS, usualDays } from './promised.ts'
import { SignDialog } from './sign-dialog.tsx'

/** An offer for this pass, or for any of its tier: signed, and covered by offer funds, or by tokens that the market may take. */
export function MakeOffer({ pass, onClose }: { pass: PassPageView; onClose: () => void }) {
  const { tier, collection, tokenId } = pass
  const [price, setPrice] = useState<Price>({ text: '', currency: 'core' })
  const [isForTier, setForTier] = useState(false)
  const [daysText, setDaysText] = useState(() => String(usualDays(tier.durationS)))
  const demand = demandIn({ isForTier, daysText, pass })
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
      mayGo={units !== null && missing === 0n && demand !== null}
      sign={async (password) => {
        const target = isForTier ? { scope: 1, id: String(tier.tierId) } : { scope: 0, id: tokenId }
        const engine = await loadEngine()
        if (demand === null) throw new Error('nothing is demanded')
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
      <ForWhich pass={pass} isForTier={isForTier} onChoose={setForTier} />
      <Demanded isForTier={isForTier} pass={pass} text={daysText} onChange={setDaysText} />
      {missing > 0n && <Missing missing={missing} coin={coin} onCover={() => setCovering(true)} />}
    </SignDialog>
  )
}

type Which = { pass: PassPageView; isForTier: boolean }

/** How long the pass must be good; null while that is not a number of days. */
function demandIn({ isForTier, daysText, pass: { tier, expiresAt } }: Which & { daysText: string }): Demand | null {
  if (!isForTier) return { untilS: shownExpiryS(expiresAt) }
  const days = tier.durationS === null ? 0 : daysIn(daysText, tier.durationS)
  return days === null ? null : { days }
}

const ForWhich = ({ pass: { tier, serial }, isForTier, onChoose }: Which & { onChoose: (isForTier: boolean) => void }) => (
  <fieldset className="choice">
    <legend>For which pass</legend>
    <label>
      <input type="radio" name="scope" checked={!isForTier} onChange={() => onChoose(false)} /> This one, no. {serial}
    </label>
    <label>
      <input type="radio" name="scope" checked={isForTier} onChange={() => onChoose(true)} /> Any {tier.name}
    </label>
  </fieldset>
)

/** The days that an offer for any pass of a timed tier asks for; of a single pass what is left of it now. */
function Demanded({ pass: { tier, expiresAt }, isForTier, text, onChange }: Which & { text: string; onChange: (text: string) => void }) {
  if (!isForTier || tier.durationS === null)
    return <p className="muted small">{expiresAt ? 'It must still be good as long as it is now.' : 'It is for life.'}</p>
  return (
    <AmountField
      label="Good for at least, in days from now"
      text={text}
      unit={pieces}
      error={daysIn(text, tier.durationS) === null ? 'Whole days, at most what the pass lasts' : undefined}
      hint="A pass that ends sooner does not fill your offer, nor does one in its grace."
      onText={onChange}
    />
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
