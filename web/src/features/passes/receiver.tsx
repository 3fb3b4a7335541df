import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { api } from '../../lib/api.ts'
import { ApiProblem, fieldErrors, sentenceOf } from '../../lib/problem.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'

/** Somebody by handle, and where a pass for them is sent. */
export type Receiver = { handle: string; address: string }

type Props = {
  title: string
  /** What giving means, above the field. */
  words: string
  /** What else is asked, under the field. */
  children?: ReactNode
  isGood?: boolean
  /** With whoever was found; what it throws is said under the handle. */
  onFound: (to: Receiver) => Promise<void> | void
  onClose: () => void
}

/** Asks whom, and finds their wallet. */
export function FindReceiver({ title, words, children, isGood = true, onFound, onClose }: Props) {
  const [handle, setHandle] = useState('')
  const find = useMutation({
    mutationFn: async (name: string) => onFound(await api('GET /api/profiles/:handle/wallet', { handle: name })),
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const name = handle.trim().replace(/^@/, '')
    if (name && isGood && !find.isPending) find.mutate(name)
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <p>{words}</p>
        <TextField
          label="To whom"
          placeholder="@handle"
          autoCapitalize="none"
          spellCheck={false}
          value={handle}
          error={find.error ? whyNot(find.error) : undefined}
          onChange={(event) => setHandle(event.target.value)}
        />
        {children}
        <button type="submit" className="btn pri wide" disabled={!handle.trim() || !isGood || find.isPending}>
          {find.isPending ? 'Looking …' : 'Go on'}
        </button>
      </form>
    </Dialog>
  )
}

function whyNot(error: unknown): string {
  if (fieldErrors(error)['handle']) return 'That is not a handle'
  if (error instanceof ApiProblem && error.type === 'profiles/unknown') return 'Nobody here has this handle'
  if (error instanceof ApiProblem && error.type === 'passes/no-wallet') return 'They have no wallet yet, so there is no place to send it'
  return sentenceOf(error)
}
