import type { PollDraft } from '@corefans/shared/contracts/polls.ts'
import { limits } from '@corefans/shared/values/limits.ts'
import { Switch } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'

export type PollShape = { options: string[]; multiple: boolean; holdersOnly: boolean; durationMs: number | null }
export const emptyPoll: PollShape = { options: ['', ''], multiple: false, holdersOnly: false, durationMs: 86_400_000 }

const spans: [string, number | null][] = [
  ['1 hour', 3_600_000],
  ['1 day', 86_400_000],
  ['3 days', 259_200_000],
  ['7 days', 604_800_000],
  ['No end', null],
]
const filled = (poll: PollShape): string[] => poll.options.map((option) => option.trim()).filter(Boolean)

/** What keeps the poll from being published, as a sentence. */
export const whyNotPoll = (poll: PollShape): string | null => (filled(poll).length < 2 ? 'A poll needs two options' : null)
export const toPollDraft = (poll: PollShape): PollDraft => ({ ...poll, options: filled(poll) })

type Props = { poll: PollShape; onChange: (poll: PollShape) => void; onRemove: () => void }

export function PollEditor({ poll, onChange, onRemove }: Props) {
  const set = (part: Partial<PollShape>) => onChange({ ...poll, ...part })
  const setOption = (at: number, text: string) => set({ options: poll.options.map((option, i) => (i === at ? text : option)) })
  return (
    <fieldset className="poll-editor">
      <legend className="vh">Poll</legend>
      {poll.options
        .map((option, i) => ({ option, i }))
        .map(({ option, i }) => (
          <div key={i} className="poll-editor-row">
            <input
              className="input"
              aria-label={`Option ${i + 1}`}
              placeholder={`Option ${i + 1}`}
              maxLength={limits.pollOption}
              value={option}
              onChange={(event) => setOption(i, event.target.value)}
            />
            {poll.options.length > 2 && (
              <button
                type="button"
                className="icb"
                aria-label={`Remove option ${i + 1}`}
                onClick={() => set({ options: poll.options.filter((_, j) => j !== i) })}
              >
                <Icon name="close" />
              </button>
            )}
          </div>
        ))}
      <div className="poll-editor-row">
        <button
          type="button"
          className="btn ghost slim"
          disabled={poll.options.length >= limits.pollOptionsMax}
          onClick={() => set({ options: [...poll.options, ''] })}
        >
          <Icon name="plus" size="sm" />
          Add option
        </button>
        <EndsAfter durationMs={poll.durationMs} onChange={(durationMs) => set({ durationMs })} />
      </div>
      <Switch label="Several choices" checked={poll.multiple} onChange={(event) => set({ multiple: event.target.checked })} />
      <Switch label="Only pass holders vote" checked={poll.holdersOnly} onChange={(event) => set({ holdersOnly: event.target.checked })} />
      <button type="button" className="link" onClick={onRemove}>
        Remove poll
      </button>
    </fieldset>
  )
}

const EndsAfter = ({ durationMs, onChange }: { durationMs: number | null; onChange: (durationMs: number | null) => void }) => (
  <label className="poll-editor-end">
    <span>Ends after</span>
    <select
      className="input"
      value={String(durationMs)}
      onChange={(event) => onChange(event.target.value === 'null' ? null : Number(event.target.value))}
    >
      {spans.map(([label, ms]) => (
        <option key={label} value={String(ms)}>
          {label}
        </option>
      ))}
    </select>
  </label>
)
