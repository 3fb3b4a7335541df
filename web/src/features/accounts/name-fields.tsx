import { limits } from '@corefans/shared/values/limits.ts'
import { TextField } from '../../ui/field.tsx'

/** What every account is called, whichever way it is made. */
export type Names = { name: string; handle: string }
/** Nothing typed yet. */
export const blankNames: Names = { name: '', handle: '' }

type Props = { names: Names; errors: Record<string, string>; onChange: (change: (names: Names) => Names) => void }

/** Name and handle of a new account. */
export const NameFields = ({ names, errors, onChange }: Props) => (
  <>
    <TextField
      label="Name"
      name="name"
      // biome-ignore lint/a11y/noAutofocus: whoever came here came to say this
      autoFocus
      autoComplete="name"
      required
      maxLength={limits.name}
      value={names.name}
      error={errors['name']}
      onChange={(event) => {
        const name = event.target.value
        onChange((now) => ({ ...now, name }))
      }}
    />
    <TextField
      label="Handle"
      name="handle"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required
      maxLength={limits.handle}
      pattern="[a-zA-Z][a-zA-Z0-9_]+"
      title="2–20 letters, digits or _, starting with a letter"
      hint="2–20 letters, digits or _. You can change it later."
      value={names.handle}
      error={errors['handle']}
      onChange={(event) => {
        const handle = event.target.value
        onChange((now) => ({ ...now, handle }))
      }}
    />
  </>
)
