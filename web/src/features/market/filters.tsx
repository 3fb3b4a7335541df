import { decimalsOf } from '@corefans/shared/values/decimals.ts'
import { type FormEvent, useState } from 'react'
import { asTyped } from '../../lib/wallet/read-amount.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { amountIn, symbols } from '../../ui/price-field.tsx'
import { useCoins } from './coins.ts'
import type { MarketSearch } from './market-search.ts'

const sorts = [
  ['price', 'Cheapest first'],
  ['-price', 'Dearest first'],
  ['ending', 'Ending first'],
  ['newest', 'Newest first'],
] as const
const least = [0, 7, 30, 90]

type Props = { now: MarketSearch; onChange: (next: MarketSearch) => void }

/** What to look for: each choice is part of the address. */
export function Filters({ now, onChange }: Props) {
  const [creator, setCreator] = useState(now.creator ?? '')
  const [priceMax, setPriceMax] = useState(now.priceMax ?? '')
  const currency = now.currency ?? 'core'
  const set = (change: MarketSearch) => {
    const next = { ...now, ...change }
    const kept = Object.entries(next).filter(([, value]) => value !== undefined && value !== '' && value !== 0)
    onChange(Object.fromEntries(kept))
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const handle = creator.trim().replace(/^@/, '')
    const most = amountIn({ text: priceMax, currency })
    set({ creator: handle, priceMax: most === null ? '' : asTyped(most, decimalsOf[currency]) })
  }
  return (
    <search>
      <form className="market-filters" onSubmit={onSubmit}>
        <label>
          Creator
          <input
            className="input"
            placeholder="@handle"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={21}
            value={creator}
            onChange={(event) => setCreator(event.target.value)}
          />
        </label>
        <AmountField
          label={`At most, ${symbols[currency]}`}
          text={priceMax}
          unit={{ symbol: symbols[currency], decimals: decimalsOf[currency] }}
          placeholder="any"
          onText={setPriceMax}
        />
        <Choices now={now} set={set} />
        <button type="submit" className="btn sec">
          Find
        </button>
      </form>
    </search>
  )
}

const Choices = ({ now, set }: { now: MarketSearch; set: (change: MarketSearch) => void }) => (
  <>
    {useCoins().size > 1 && (
      <label>
        Currency
        <select
          className="input"
          value={now.currency ?? ''}
          onChange={(event) => set({ currency: event.target.value as MarketSearch['currency'] & string })}
        >
          <option value="">Any</option>
          {(['core', 'usd'] as const).map((one) => (
            <option key={one} value={one}>
              {symbols[one]}
            </option>
          ))}
        </select>
      </label>
    )}
    <label>
      Days left
      <select className="input" value={now.daysLeft ?? 0} onChange={(event) => set({ daysLeft: Number(event.target.value) })}>
        {least.map((days) => (
          <option key={days} value={days}>
            {days === 0 ? 'Any' : `${days} or more`}
          </option>
        ))}
      </select>
    </label>
    <label>
      Order
      <select
        className="input"
        value={now.sort ?? 'price'}
        onChange={(event) => set({ sort: event.target.value as NonNullable<MarketSearch['sort']> })}
      >
        {sorts.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  </>
)
