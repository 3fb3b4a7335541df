import { limits } from '@corefans/shared/values/limits.ts'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../lib/api.ts'
import { ApiProblem, fieldErrors, sentenceOf } from '../../lib/problem.ts'
import type { Entered } from '../../lib/session.ts'
import { TextField } from '../../ui/field.tsx'
import { FormError } from '../../ui/notice.tsx'

type Values = { handle: string; name: string; email: string; password: string }
const blank: Values = { handle: '', name: '', email: '', password: '' }

/** Email and password: the way in that works on every device. `join` makes the account first. */
export function EmailForm({ join, onEntered }: { join: boolean; onEntered: Entered }) {
  const [values, setValues] = useState(blank)
  const submit = useMutation({
    mutationFn: () =>
      join ? api('POST /api/accounts', values) : api('POST /api/sessions', { email: values.email, password: values.password }),
    onSuccess: onEntered,
  })
  const errors = errorsOf(submit.error)
  const field = (name: keyof Values) => ({
    name,
    value: values[name],
    error: errors[name],
    required: true,
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!submit.isPending) submit.mutate()
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      {join && <TextField label="Name" autoComplete="name" autoFocus={join} maxLength={limits.name} {...field('name')} />}
      {join && (
        <TextField
          label="Handle"
          hint="2–20 letters, digits or _. You can change it later."
          // What one logs in with is the email: password managers keep that beside the password.
          autoComplete="nickname"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={limits.handle}
          {...field('handle')}
        />
      )}
      <TextField label="Email" type="email" autoComplete="username" {...field('email')} />
      <TextField
        label="Password"
        type="password"
        autoComplete={join ? 'new-password' : 'current-password'}
        minLength={join ? 10 : 1}
        hint={join ? 'At least 10 characters' : undefined}
        {...field('password')}
      />
      <FormError>{errors['']}</FormError>
      <button type="submit" className="btn pri wide" disabled={submit.isPending}>
        {submit.isPending ? 'One moment …' : join ? 'Create account' : 'Log in'}
      </button>
    </form>
  )
}

const placeOf: Record<string, string> = { 'accounts/email-taken': 'email', 'profiles/handle-taken': 'handle' }

/** The problem beside the field it is about; under the empty name, what concerns all of them. */
function errorsOf(error: unknown): Record<string, string> {
  if (!error) return {}
  const fields = fieldErrors(error)
  if (Object.keys(fields).length > 0) return fields
  const place = error instanceof ApiProblem ? (placeOf[error.type] ?? '') : ''
  return { [place]: sentenceOf(error) }
}
