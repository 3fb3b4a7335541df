import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { ApiProblem, sentenceOf } from '../../lib/problem.ts'
import { invalidate, read } from '../../lib/query.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Failure } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { FormError } from '../../ui/notice.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.ts'
import { usePasskeyWords } from './use-passkey-words.ts'

const list = read('GET /api/me/passkeys', {})

/** The passkeys of the account: each is a way in, and may close a wallet. */
export function Passkeys() {
  const passkeys = useQuery(list)
  const { words, say, clear } = usePasskeyWords()
  const queries = useQueryClient()
  const add = useMutation({
    mutationFn: async () => {
      const [options, { createPasskey }] = await Promise.all([
        api('POST /api/me/passkeys/options', {}),
        import('../../lib/wallet/passkey.ts'),
      ])
      return api('POST /api/me/passkeys', { answer: (await createPasskey(options)).answer })
    },
    onMutate: clear,
    onSuccess: () => {
      toast('Passkey added')
      return invalidate(queries, 'GET /api/me/passkeys')
    },
    onError: say,
  })
  if (passkeys.error) return <Failure error={passkeys.error} onRetry={() => void passkeys.refetch()} />
  const items = passkeys.data?.items ?? []
  return (
    <section className="set">
      <h2>Passkeys</h2>
      <p className="muted">
        Your fingerprint, face or screen lock instead of a password. It works only on this site, so nobody can phish it.
      </p>
      {items.length > 0 && (
        <ul className="rows">
          {items.map((passkey, i) => (
            <Passkey key={passkey.id} passkey={passkey} number={items.length - i} />
          ))}
        </ul>
      )}
      <FormError>{words}</FormError>
      <button type="button" className="btn sec" disabled={add.isPending || !passkeys.data} onClick={() => add.mutate()}>
        <Icon name="plus" size="sm" />
        {add.isPending ? 'Check your device …' : 'Add a passkey'}
      </button>
    </section>
  )
}

type Props = { passkey: { id: string; createdAt: string; lastUsedAt: string | null }; number: number }

function Passkey({ passkey: { id, createdAt, lastUsedAt }, number }: Props) {
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const remove = useMutation({
    mutationFn: () => api('DELETE /api/me/passkeys/:passkeyId', { passkeyId: id }),
    onSuccess: () => toast('Passkey removed'),
    onError: (error) =>
      toast(
        error instanceof ApiProblem && error.type === 'accounts/last-way-in'
          ? 'This is the only way into your account. Add another passkey or a password first'
          : sentenceOf(error),
      ),
    onSettled: () => invalidate(queries, 'GET /api/me/passkeys'),
  })
  return (
    <li>
      <Icon name="key" />
      <div>
        <b>Passkey {number}</b>
        <small>
          Added <Time iso={createdAt} as="day" />
          {lastUsedAt && (
            <>
              , last used <Time iso={lastUsedAt} as="full" />
            </>
          )}
        </small>
      </div>
      <button type="button" className="btn ghost slim" aria-label={`Remove passkey ${number}`} onClick={() => setAsked(true)}>
        Remove
      </button>
      {isAsked && (
        <Confirm
          title="Remove this passkey?"
          text="It no longer signs you in. A wallet that was closed with it cannot be opened without it: save that wallet’s private key first."
          yes="Remove"
          onClose={() => setAsked(false)}
          onYes={() => {
            setAsked(false)
            remove.mutate()
          }}
        />
      )}
    </li>
  )
}
