import { type InputHTMLAttributes, useId } from 'react'
import { approx } from '../lib/approx.ts'
import { useConfig } from '../lib/session.ts'
import { exact, formatIn } from '../lib/wallet/amount.ts'
import { asTyped, type Reading, readAmount } from '../lib/wallet/read-amount.ts'
import { type Common, describedBy, Notes, useTyped } from './field.tsx'

/** What is counted: its sign, and how many digits it has after the point. */
export type Unit = { symbol: string; decimals: number }
export const percentUnit: Unit = { symbol: '%', decimals: 2 }
export const pieces: Unit = { symbol: '', decimals: 0 }

type Props = Common & {
  /** As typed: whoever submits reads it with `unitsIn` and the same decimals, so that both see one number. */
  text: string
  unit: Unit
  onText: (text: string) => void
  /** What nothing at all is called, such as “Free”. */
  zero?: string
} & Pick<InputHTMLAttributes<HTMLInputElement>, 'placeholder' | 'disabled'> & { 'data-autofocus'?: boolean }

/**
 * The one field for amounts, percentages and counts: it takes what people type in any language, says beside it what that
 * was understood as, and shows why it was not. The form's own `error` stands where the number itself is one.
 */
export function AmountField({ label, hint, error, text, unit, onText, zero, ...input }: Props) {
  const id = useId()
  const reading = readAmount(text, unit.decimals)
  const onChange = (event: { target: HTMLInputElement }) => onText(event.target.value)
  const field = useTyped({ value: text, onChange })
  const said = reading.is === 'wrong' ? reading.why : error
  const notes = { label, hint: doubt(reading, unit) ?? hint, error: said }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="amount" data-invalid={Boolean(said)}>
        <input
          ref={field}
          id={id}
          type="text"
          className="num"
          inputMode={unit.decimals === 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          dir="ltr"
          value={text}
          aria-invalid={Boolean(said)}
          aria-describedby={[`${id}-is`, describedBy(id, notes)].filter(Boolean).join(' ')}
          onChange={onChange}
          {...input}
        />
        <output id={`${id}-is`} htmlFor={id}>
          <Understood reading={reading} unit={unit} text={text} zero={zero} />
        </output>
      </div>
      <Notes id={id} hint={notes.hint} error={notes.error} />
    </div>
  )
}

type UnderstoodProps = { reading: Reading; unit: Unit; text: string; zero: string | undefined }

/** The number as it will be sent, with its unit, and roughly what that is elsewhere. */
function Understood({ reading, unit, text, zero }: UnderstoodProps) {
  if (reading.is !== 'amount') return <b>{unit.symbol}</b>
  const { units } = reading
  if (units === 0n && zero) return <b>{zero}</b>
  if (unit.symbol === '' && formatIn(units, unit.decimals) === text) return null
  return (
    <>
      <b className="num">{`${exact(units, unit.decimals)} ${unit.symbol}`.trim()}</b>
      <Roughly units={units} symbol={unit.symbol} />
    </>
  )
}

/** Only where a rate is configured: the demo has one. */
function Roughly({ units, symbol }: { units: bigint; symbol: string }) {
  const currency = symbol === 'CORE' ? 'core' : symbol === 'tUSD' ? 'usd' : null
  const about = useConfig()?.demo === true && currency ? approx(units, currency) : ''
  return about ? <small className="num">{about}</small> : null
}

/** “1,500” is a thousand and a half to some and one and a half to others: the other one is said as well. */
function doubt(reading: Reading, { symbol, decimals }: Unit): string | undefined {
  if (reading.is !== 'amount' || reading.orElse === undefined) return undefined
  const [now, other] = [exact(reading.units, decimals), exact(reading.orElse, decimals)]
  return `Read as ${now} ${symbol}. If you mean ${other}, write ${asTyped(reading.orElse, decimals)}.`
}
