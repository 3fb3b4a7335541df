import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { AmountField, pieces } from '../../ui/amount-field.tsx'
import { PriceField } from '../../ui/price-field.tsx'
import { DurationChoice } from './duration-choice.tsx'
import { priceOf, type TierDraft } from './tier-draft.ts'

export type TermsProps = {
  tier: TierView | null
  draft: TierDraft
  errors: Partial<Record<keyof TierDraft, string>>
  onChange: (part: Partial<TierDraft>) => void
}

/** What is sold: the price and its coin, how many there are, and for how long one is good. */
export function TermsFields({ tier, draft, errors, onChange }: TermsProps) {
  const sold = tier && tier.minted > 0 ? tier : null
  return (
    <>
      <PriceField
        label="Price"
        price={priceOf(draft)}
        placeholder={draft.currency === 'core' ? '0.42' : '4.50'}
        zero="Free"
        hint="0 is free. You get 95 %."
        error={errors.price}
        fixed={sold ? 'Passes are sold: the coin stays.' : undefined}
        onChange={({ text, currency }) => onChange({ price: text, currency })}
      />
      <AmountField
        label="How many"
        text={draft.supply}
        unit={pieces}
        placeholder="No limit"
        hint={sold ? `${sold.minted} sold. This may only fall.` : 'Nothing for no limit'}
        error={errors.supply}
        onText={(supply) => onChange({ supply })}
      />
      <DurationChoice days={draft.days} sold={sold} error={errors.days} onChange={(days) => onChange({ days })} />
    </>
  )
}
