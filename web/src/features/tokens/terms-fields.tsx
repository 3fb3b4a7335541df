import { spotPriceOf, TOKEN_PRESETS } from '@corefans/chain/curve.ts'
import type { TokenTerms } from '@corefans/chain/token-terms.ts'
import { core } from '../../lib/wallet/amount.ts'
import { TextField } from '../../ui/field.tsx'
import { percent } from './token-amount.ts'

type Props = { terms: TokenTerms; onChange: (terms: TokenTerms) => void }
const fees = [0, 100, 200, 300, 500]

/** What a token is made with. */
export function TermsFields({ terms, onChange }: Props) {
  return (
    <>
      <TextField label="Name" maxLength={32} value={terms.name} onChange={(event) => onChange({ ...terms, name: event.target.value })} />
      <TextField
        label="Symbol"
        maxLength={11}
        autoCapitalize="characters"
        spellCheck={false}
        value={terms.symbol}
        error={/^[A-Z0-9]{1,11}$/.test(terms.symbol) ? undefined : 'Capital letters and digits, at most eleven'}
        onChange={(event) => onChange({ ...terms, symbol: event.target.value.toUpperCase() })}
      />
      <Choice
        label="First price"
        options={TOKEN_PRESETS.map((_, preset) => ({ value: preset, words: core(spotPriceOf({ supply: 0n, preset })) }))}
        value={terms.preset}
        onChoose={(preset) => onChange({ ...terms, preset })}
      />
      <Choice
        label="Your part of each trade"
        options={fees.map((bps) => ({ value: bps, words: percent(bps) }))}
        value={terms.creatorBps}
        onChoose={(creatorBps) => onChange({ ...terms, creatorBps })}
      />
    </>
  )
}

type Choosing = { label: string; options: readonly { value: number; words: string }[]; value: number; onChoose: (value: number) => void }

const Choice = ({ label, options, value, onChoose }: Choosing) => (
  <fieldset className="token-segments">
    <legend>{label}</legend>
    {options.map((option) => (
      <label key={option.value}>
        <input type="radio" name={label} checked={option.value === value} onChange={() => onChoose(option.value)} />
        {option.words}
      </label>
    ))}
  </fieldset>
)
