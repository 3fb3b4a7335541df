import { GRACE_DAYS } from '@corefans/chain/tier-word.ts'
import { plural } from '../../lib/format.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { SelectField, Switch } from '../../ui/field.tsx'
import type { TermsProps } from './terms-fields.tsx'
import { mayBecome } from './tier-promises.ts'

const policies = [
  {
    policy: 'markets-only',
    name: 'Given away, or sold on CoreFans',
    hint: 'No other market can move it, and each sale here pays your royalty. A gift pays none.',
  },
  { policy: 'open', name: 'Moved anywhere', hint: 'Other markets can sell it too; whether they pay your royalty is up to them.' },
  { policy: 'soulbound', name: 'Never passed on', hint: 'It stays with whoever got it first.' },
] as const

const day = 86_400

/** What holders may do with a pass, and what its creator gets when one is sold again. */
export function RightsFields({ tier, draft, errors, onChange }: TermsProps) {
  const sold = tier && tier.minted > 0 ? tier : null
  return (
    <>
      {draft.days !== null && <Renewal tier={tier} draft={draft} errors={errors} onChange={onChange} />}
      <SelectField
        label="May be"
        value={draft.policy}
        hint={policies.find(({ policy }) => policy === draft.policy)?.hint}
        error={errors.policy}
        onChange={(policy) => onChange({ policy: policy as typeof draft.policy })}
      >
        {policies.map(({ policy, name }) => (
          <option key={policy} value={policy} disabled={!mayBecome(policy, sold)}>
            {name}
          </option>
        ))}
      </SelectField>
      {draft.policy !== 'soulbound' && (
        <AmountField
          label="Royalty in percent"
          text={draft.royalty}
          unit={{ symbol: '%', decimals: 1 }}
          hint={`Yours of each resale, 0 to 10.${sold ? ' Passes that are sold keep the one they were sold with.' : ''}`}
          error={errors.royalty}
          onText={(royalty) => onChange({ royalty })}
        />
      )}
      <Switch
        label="Good for a single use"
        hint={sold ? 'This stays as it was sold.' : 'Its holder uses it once, when they choose; then it has ended.'}
        checked={draft.consumable}
        disabled={sold !== null}
        onChange={(event) => onChange({ consumable: event.target.checked })}
      />
    </>
  )
}

function Renewal({ tier, draft, errors, onChange }: TermsProps) {
  const promisedS = tier && tier.minted > 0 ? tier.graceS : 0
  const staysRenewable = tier !== null && tier.minted > 0 && tier.renewable
  return (
    <>
      <Switch
        label="Can be renewed"
        hint={staysRenewable ? 'Sold passes can be renewed: that stays.' : 'Holders may pay again for more time.'}
        checked={draft.renewable}
        disabled={staysRenewable && draft.renewable}
        onChange={(event) => onChange({ renewable: event.target.checked })}
      />
      <SelectField
        label="Grace"
        value={String(draft.graceDays)}
        hint="How long it still opens after its end, so that a holder who is late loses nothing."
        error={errors.graceDays}
        onChange={(days) => onChange({ graceDays: Number(days) })}
      >
        {GRACE_DAYS.map((days) => (
          <option key={days} value={days} disabled={days * day < promisedS}>
            {days === 0 ? 'None' : plural(days, 'day')}
          </option>
        ))}
      </SelectField>
    </>
  )
}
