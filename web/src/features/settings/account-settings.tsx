import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../lib/api.ts'
import { fieldErrors, sentenceOf } from '../../lib/problem.ts'
import { useMe } from '../../lib/session.ts'
import { TextField } from '../../ui/field.tsx'
import { FormError } from '../../ui/notice.tsx'
import { toast } from '../../ui/toast.ts'

export function AccountSettings() {
  const me = useMe()
  if (!me) return null
  return (
    <>
      <section className="set">
        <h2>Email</h2>
        <p>{me.email ?? 'This account has no email. You sign in another way.'}</p>
      </section>
      {me.email && <Password has={me.hasPassword} email={me.email} />}
    </>
  )
}

function Password({ has, email }: { has: boolean; email: string }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const save = useMutation({
    mutationFn: () => api('PUT /api/me/password', has ? { current, next } : { next }),
    onSuccess: () => {
      setCurrent('')
      setNext('')
      toast('Password changed. Other devices were signed out.')
    },
  })
  const errors = fieldErrors(save.error)
  const whole = save.error && Object.keys(errors).length === 0 ? sentenceOf(save.error) : ''
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!save.isPending) save.mutate()
  }
  return (
    <form className="set form" onSubmit={onSubmit}>
      <h2>{has ? 'Change password' : 'Set a password'}</h2>
      <input type="email" className="vh" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden="true" />
      {has && (
        <TextField
          label="Current password"
          type="password"
          autoComplete="current-password"
          required
          value={current}
          error={errors['current']}
          onChange={(event) => setCurrent(event.target.value)}
        />
      )}
      <TextField
        label="New password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        hint="At least 10 characters. Every other device is signed out."
        value={next}
        error={errors['next']}
        onChange={(event) => setNext(event.target.value)}
      />
      <FormError>{whole}</FormError>
      <button type="submit" className="btn pri" disabled={save.isPending}>
        {save.isPending ? 'Saving …' : 'Save password'}
      </button>
    </form>
  )
}
