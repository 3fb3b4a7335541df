import {
  type ChangeEvent,
  type InputHTMLAttributes,
  type ReactNode,
  type TextareaHTMLAttributes,
  useId,
  useLayoutEffect,
  useRef,
} from 'react'

export type Common = { label: string; hint?: string | undefined; error?: string | undefined }

export const describedBy = (id: string, { hint, error }: Common) =>
  [error ? `${id}-e` : '', hint ? `${id}-h` : ''].join(' ').trim() || undefined

export const Notes = ({ id, hint, error }: Omit<Common, 'label'> & { id: string }) => (
  <>
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
  </>
)

/** What somebody typed before the page came alive is not lost: the field tells its owner once. */
export function useTyped({ value, onChange }: Pick<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'>) {
  const field = useRef<HTMLInputElement>(null)
  const told = useRef(false)
  useLayoutEffect(() => {
    const input = field.current
    if (!told.current && input && value !== undefined && input.value !== String(value))
      onChange?.({ target: input, currentTarget: input } as ChangeEvent<HTMLInputElement>)
    told.current = true
  })
  return field
}

/** A labelled line of text; an error is tied to it for every reader. */
export function TextField({ label, hint, error, ...input }: Common & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId()
  const field = useTyped(input)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        className="input"
        aria-invalid={Boolean(error)}
        aria-describedby={describedBy(id, { label, hint, error })}
        {...input}
      />
      <Notes id={id} hint={hint} error={error} />
    </div>
  )
}

export function TextArea({ label, hint, error, ...input }: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        aria-invalid={Boolean(error)}
        aria-describedby={describedBy(id, { label, hint, error })}
        {...input}
      />
      <Notes id={id} hint={hint} error={error} />
    </div>
  )
}

type SelectProps = Common & { value: string; onChange: (value: string) => void; children: ReactNode }

/** A labelled choice of one among a few; `children` are the options. */
export function SelectField({ label, hint, error, value, onChange, children }: SelectProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        aria-invalid={Boolean(error)}
        aria-describedby={describedBy(id, { label, hint, error })}
        onChange={(event) => onChange(event.target.value)}
      >
        {children}
      </select>
      <Notes id={id} hint={hint} error={error} />
    </div>
  )
}

export const Switch = ({ label, hint, ...input }: { label: string; hint?: string } & InputHTMLAttributes<HTMLInputElement>) => (
  <label className="switch">
    <span>
      {label}
      {hint && <small>{hint}</small>}
    </span>
    <input type="checkbox" role="switch" aria-checked={input.checked ?? false} {...input} />
  </label>
)
