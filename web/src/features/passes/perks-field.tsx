import { limits } from '@corefans/shared/values/limits.ts'
import { Icon } from '../../ui/icon.tsx'

const slots = Array.from({ length: limits.perks }, (_slot, i) => i + 1)

/** What a pass opens, in the creator's words, one line each. */
export function PerksField({ perks, onChange }: { perks: string[]; onChange: (perks: string[]) => void }) {
  const change = (at: number, perk: string) => onChange(perks.map((one, i) => (i === at ? perk : one)))
  return (
    <fieldset className="field">
      <legend className="lbl">What it opens</legend>
      <div className="pass-perk-list">
        {slots.slice(0, perks.length).map((number, i) => (
          <div key={number} className="pass-perk-row">
            <input
              className="input"
              aria-label={`Perk ${number}`}
              value={perks[i]}
              maxLength={limits.perk}
              placeholder={i === 0 ? 'Every post and stream' : 'Another perk'}
              onChange={(event) => change(i, event.target.value)}
            />
            <button
              type="button"
              className="icb"
              aria-label={`Remove perk ${number}`}
              onClick={() => onChange(perks.length > 1 ? perks.filter((_one, j) => j !== i) : [''])}
            >
              <Icon name="close" size="sm" />
            </button>
          </div>
        ))}
        {perks.length < limits.perks && (
          <button type="button" className="link" onClick={() => onChange([...perks, ''])}>
            Add a perk
          </button>
        )}
      </div>
    </fieldset>
  )
}
