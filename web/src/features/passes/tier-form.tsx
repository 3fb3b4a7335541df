import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { limits } from '@corefans/shared/values/limits.ts'
import { type FormEvent, useId, useState } from 'react'
import { sentenceOf } from '../../lib/problem.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormError } from '../../ui/notice.tsx'
import { PerksField } from './perks-field.tsx'
import { RightsFields } from './rights-fields.tsx'
import { TermsFields } from './terms-fields.tsx'
import { type TierDraft, whyNotTier } from './tier-draft.ts'

type Props = {
  tier: TierView | null
  initial: TierDraft
  error: unknown
  busy: boolean
  onSave: (draft: TierDraft) => void
  onClose: () => void
}

/** The words and terms of a tier. What holders have paid for says so beside the field. */
export function TierForm({ tier, initial, error, busy, onSave, onClose }: Props) {
  const id = useId()
  const [draft, setDraft] = useState(initial)
  const [isSent, setSent] = useState(false)
  const wrong = whyNotTier(draft, tier)
  const errors = isSent ? wrong : {}
  const set = (part: Partial<TierDraft>) => setDraft({ ...draft, ...part })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (Object.keys(wrong).length === 0 && !busy) onSave(draft)
  }
  return (
    <Dialog
      title={tier ? `Edit ${tier.name}` : 'New pass tier'}
      onClose={onClose}
      footer={
        <button type="submit" form={id} className="btn pri" disabled={busy}>
          {busy ? 'Saving …' : 'Save'}
        </button>
      }
    >
      <form id={id} className="pass-tier-form" onSubmit={onSubmit} noValidate>
        <TextField
          label="Name"
          value={draft.name}
          maxLength={limits.tierName}
          placeholder="Backstage"
          error={errors.name}
          onChange={(event) => set({ name: event.target.value })}
        />
        <PerksField perks={draft.perks} onChange={(perks) => set({ perks })} />
        <TermsFields tier={tier} draft={draft} errors={errors} onChange={set} />
        <RightsFields tier={tier} draft={draft} errors={errors} onChange={set} />
        <FormError>{error ? sentenceOf(error) : ''}</FormError>
      </form>
    </Dialog>
  )
}
