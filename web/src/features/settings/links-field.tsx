import { limits } from '@corefans/shared/values/limits.ts'
import { Icon } from '../../ui/icon.tsx'

const most = 8
type Props = { links: string[]; errors: Record<string, string>; onChange: (links: string[]) => void }

export const LinksField = ({ links, errors, onChange }: Props) => (
  <fieldset className="field">
    <legend className="lbl">Links</legend>
    {links
      .map((link, i) => ({ link, i }))
      .map(({ link, i }) => (
        <div key={i} className="settings-link-row">
          <input
            className="input"
            type="url"
            inputMode="url"
            placeholder="https://"
            maxLength={limits.url}
            aria-label={`Link ${i + 1}`}
            aria-invalid={Boolean(errors[`links.${i}`])}
            value={link}
            onChange={(event) => onChange(links.map((other, j) => (j === i ? event.target.value : other)))}
          />
          <button
            type="button"
            className="icb"
            aria-label={`Remove link ${i + 1}`}
            onClick={() => onChange(links.filter((_, j) => j !== i))}
          >
            <Icon name="close" size="sm" />
          </button>
          {errors[`links.${i}`] && <span className="err">{errors[`links.${i}`]}</span>}
        </div>
      ))}
    {errors['links'] && <span className="err">{errors['links']}</span>}
    <button type="button" className="btn ghost slim" disabled={links.length >= most} onClick={() => onChange([...links, ''])}>
      <Icon name="plus" size="sm" />
      {links.length >= most ? `${most} links at most` : 'Add link'}
    </button>
  </fieldset>
)
