import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { TextField } from '../../ui/field.tsx'
import { DurationChoice } from './duration-choice.tsx'
import type { TierDraft } from './tier-draft.ts'
import { useDollar } from './use-dollar.ts'

export type TermsProps = {
  tier: TierView | null
  draft: TierDraft
  errors: Partial<Record<keyof TierDraft, string>>
  onChange: (part: Partial<TierDraft>) => void
}

const symbols = { core: 'CORE', usd: 'tUSD' } as const

/** What is sold: the price and its coin, how many there are, and for how long one is good. */
export function TermsFields({ tier, draft, errors, onChange }: TermsProps) {
  const sold = tier && tier.minted > 0 ? tier : null
  return (
    <>
      <CurrencyChoice draft={draft} isFixed={sold !== null} onChange={onChange} />
      <div className="pass-two">
        <TextField
          label={`Price in ${symbols[draft.currency]}`}
          inputMode="decimal"
          value={draft.price}
          placeholder={draft.currency === 'core' ? '0.42' : '4.50'}
          hint="0 is free. You get 95 %."
          error={errors.price}
          onChange={(event) => onChange({ price: event.target.value })}
        />
        <TextField
          label="How many"
          inputMode="numeric"
          value={draft.supply}
          placeholder="No limit"
          hint={sold ? `${sold.minted} sold. This may only fall.` : 'Nothing for no limit'}
          error={errors.supply}
          onChange={(event) => onChange({ supply: event.target.value })}
        />
      </div>
      <DurationChoice days={draft.days} sold={sold} error={errors.days} onChange={(days) => onChange({ days })} />
    </>
  )
}

/** Only where the chain has a dollar: elsewhere there is nothing to choose. */
function CurrencyChoice({ draft, isFixed, onChange }: Pick<TermsProps, 'draft' | 'onChange'> & { isFixed: boolean }) {
  if (!useDollar()) return null
  return (
    <fieldset className="field">
      <legend className="lbl">Paid in</legend>
      <div className="choice">
        {(['core', 'usd'] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="currency"
              checked={draft.currency === one}
              disabled={isFixed && draft.currency !== one}
              onChange={() => onChange({ currency: one, price: '' })}
            />
            {symbols[one]}
          </label>
        ))}
      </div>
      {isFixed && <span className="hint">Passes are sold: the coin stays.</span>}
    </fieldset>
  )
}
