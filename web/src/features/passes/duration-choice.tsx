import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { span } from '../../lib/format.ts'
import { isShorter } from './tier-promises.ts'

const usual: (number | null)[] = [7, 30, 90, 365, null]
const day = 86_400

type Props = { days: number | null; sold: TierView | null; error: string | undefined; onChange: (days: number | null) => void }

/** How long a pass lasts; what would be shorter than holders have paid for cannot be chosen. */
export function DurationChoice({ days, sold, error, onChange }: Props) {
  const options = usual.includes(days)
    ? usual
    : [...usual, days].sort((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
  return (
    <fieldset className="field">
      <legend className="lbl">Good for</legend>
      <div className="choice">
        {options.map((option) => (
          <label key={option ?? 'life'}>
            <input
              type="radio"
              name="days"
              checked={option === days}
              disabled={isShorter(option, sold)}
              onChange={() => onChange(option)}
            />
            {option === null ? 'Life' : span(option * day)}
          </label>
        ))}
      </div>
      {sold && <span className="hint">Holders have paid for this long: it may only grow.</span>}
      {error && <span className="err">{error}</span>}
    </fieldset>
  )
}
