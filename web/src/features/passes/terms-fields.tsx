import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { Switch, TextField } from '../../ui/field.tsx'
import { DurationChoice } from './duration-choice.tsx'
import type { TierDraft } from './tier-draft.ts'

type Props = {
  tier: TierView | null
  draft: TierDraft
  errors: Partial<Record<keyof TierDraft, string>>
  onChange: (part: Partial<TierDraft>) => void
}

/** What the contract keeps of a tier: price, number, time, and what holders may do with it. */
export function TermsFields({ tier, draft, errors, onChange }: Props) {
  const sold = tier && tier.minted > 0 ? tier : null
  const staysFree = sold !== null && !sold.soulbound
  return (
    <>
      <div className="two">
        <TextField
          label="Price in CORE"
          inputMode="decimal"
          value={draft.price}
          placeholder="0.42"
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
      {draft.days !== null && (
        <Switch
          label="Can be renewed"
          hint="Holders may pay again for more time."
          checked={draft.renewable}
          onChange={(event) => onChange({ renewable: event.target.checked })}
        />
      )}
      <Switch
        label="Bound to its holder"
        hint={staysFree ? 'Sold passes may be given away: that stays.' : 'Cannot be given away or resold.'}
        checked={draft.soulbound}
        disabled={staysFree}
        onChange={(event) => onChange({ soulbound: event.target.checked })}
      />
    </>
  )
}
