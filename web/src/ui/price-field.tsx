import { decimalsOf } from '@corefans/shared/values/decimals.ts'
import type { Currency } from '@corefans/shared/values/money.ts'
import { useId } from 'react'
import { useConfig } from '../lib/session.ts'
import { unitsIn } from '../lib/wallet/read-amount.ts'
import { AmountField } from './amount-field.tsx'

/** What is typed as a price, and in which currency. */
export type Price = { text: string; currency: Currency }

export const symbols = { core: 'CORE', usd: 'tUSD' } as const

/** A price in the smallest units of its currency; null while what is typed is no number. */
export const unitsOf = ({ text, currency }: Price): bigint | null => unitsIn(text, decimalsOf[currency])

/** The same where nothing is no price. */
export const amountIn = (price: Price): bigint | null => unitsOf(price) || null

type Props = {
  label: string
  price: Price
  onChange: (price: Price) => void
  hint?: string | undefined
  error?: string | undefined
  zero?: string
  placeholder?: string
  /** Why the currency can no longer be another one. */
  fixed?: string | undefined
  /** Amounts that one press puts in. */
  presets?: Readonly<Record<Currency, readonly string[]>>
  'data-autofocus'?: boolean
}

/** How much, and in which currency where there are two: each has its own decimals, and what is typed stays when it changes. */
export function PriceField({ label, price, onChange, fixed, presets, ...field }: Props) {
  const { text, currency } = price
  return (
    <div className="price">
      <Currencies now={currency} fixed={fixed} onChoose={(one) => onChange({ text, currency: one })} />
      {presets && (
        <div className="chips">
          {presets[currency].map((one) => (
            <button
              key={one}
              type="button"
              className="btn sec slim num"
              aria-pressed={text === one}
              onClick={() => onChange({ text: one, currency })}
            >
              {one} {symbols[currency]}
            </button>
          ))}
        </div>
      )}
      <AmountField
        label={`${label} in ${symbols[currency]}`}
        text={text}
        unit={{ symbol: symbols[currency], decimals: decimalsOf[currency] }}
        onText={(next) => onChange({ text: next, currency })}
        {...field}
      />
    </div>
  )
}

type CurrenciesProps = { now: Currency; fixed: string | undefined; onChoose: (currency: Currency) => void }

/** Only where the chain has a dollar: elsewhere there is nothing to choose. */
function Currencies({ now, fixed, onChoose }: CurrenciesProps) {
  const group = useId()
  if (!useConfig()?.chain.contracts['testUsd']) return null
  return (
    <fieldset className="price-currency">
      <legend className="vh">Currency</legend>
      <div className="chips">
        {(['core', 'usd'] as const).map((one) => (
          <label key={one} className="chip">
            <input
              type="radio"
              name={group}
              checked={now === one}
              disabled={fixed !== undefined && now !== one}
              onChange={() => onChoose(one)}
            />
            {symbols[one]}
          </label>
        ))}
      </div>
      {fixed && <span className="hint">{fixed}</span>}
    </fieldset>
  )
}
