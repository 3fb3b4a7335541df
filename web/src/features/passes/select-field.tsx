import { type ReactNode, useId } from 'react'

type Props = {
  label: string
  value: string
  hint?: string | undefined
  error?: string | undefined
  onChange: (value: string) => void
  /** The options. */
  children: ReactNode
}

/** A labelled choice of one among a few. */
export function SelectField({ label, value, hint, error, onChange, children }: Props) {
  const id = useId()
  const notes = [error ? `${id}-e` : '', hint ? `${id}-h` : ''].join(' ').trim()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        aria-invalid={Boolean(error)}
        aria-describedby={notes || undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {children}
      </select>
      {error && (
        <span id={`${id}-e`} className="err">
          {error}
        </span>
      )}
      {hint && (
        <span id={`${id}-h`} className="hint">
          {hint}
        </span>
      )}
    </div>
  )
}
