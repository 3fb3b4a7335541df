import { decimalsOf } from '@corefans/shared/values/decimals.ts'
import { parseIn } from '../../lib/wallet/amount.ts'
import { TextField } from '../../ui/field.tsx'
import { type Currency, symbols, useCoins } from './coins.ts'

/** What is typed as a price, and in which currency. */
export type Price = { text: string; currency: Currency }

/** The amount in the currency's smallest unit; null while it is none. */
export function amountIn({ text, currency }: Price): bigint | null {
  const units = parseIn(text, decimalsOf[currency])
  return units === null || units === 0n ? null : units
}

type Props = { label: string; price: Price; onChange: (price: Price) => void; hint?: string | undefined }

/** How much, and in which currency: each has its own decimals, and what is typed stays when the currency changes. */
export function PriceField({ label, price, onChange, hint }: Props) {
  const { text, currency } = price
  const coins = useCoins()
  const isGood = text === '' || amountIn(price) !== null
  return (
    <>
      {coins.size > 1 && (
        <fieldset className="choice">
          <legend>Currency</legend>
          {[...coins.keys()].map((one) => (
            <label key={one}>
              <input type="radio" name="currency" checked={currency === one} onChange={() => onChange({ text, currency: one })} />
              {symbols[one]}
            </label>
          ))}
        </fieldset>
      )}
      <TextField
        label={`${label} in ${symbols[currency]}`}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        error={isGood ? undefined : `Say an amount such as 1.5, with at most ${decimalsOf[currency]} decimals`}
        hint={hint}
        onChange={(event) => onChange({ text: event.target.value, currency })}
      />
    </>
  )
}
