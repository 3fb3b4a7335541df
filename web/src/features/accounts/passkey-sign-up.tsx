import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../lib/api.ts'
import { useHydrated } from '../../lib/hydrated.ts'
import { ApiProblem, fieldErrors, sentenceOf } from '../../lib/problem.ts'
import { enter } from '../../lib/session.ts'
import { hasPasskeys } from '../../lib/wallet/passkey-secret.ts'
import { Icon } from '../../ui/icon.tsx'
import { FormError } from '../../ui/notice.tsx'
import { blankNames, NameFields } from './name-fields.tsx'
import { usePasskeyWords } from './use-passkey-words.ts'
import { WalletSignIn } from './wallet-sign-in.tsx'

/**
 * A name, a handle and one touch: an account. The wallet comes with the first purchase, out of the same passkey. The same
 * names serve whoever has a wallet already.
 */
export function PasskeySignUp({ next }: { next: string }) {
  const [names, setNames] = useState(blankNames)
  const [withWallet, setWithWallet] = useState(false)
  const { words, say, clear } = usePasskeyWords()
  const canPasskey = !useHydrated() || hasPasskeys()
  const join = useMutation({
    mutationFn: async () => {
      const [options, { createPasskey }] = await Promise.all([
        api('POST /api/passkeys/sign-up-options', names),
        import('../../lib/wallet/passkey.ts'),
      ])
      const { answer } = await createPasskey(options)
      await api('POST /api/passkeys/sign-up', { ...names, answer })
    },
    onMutate: clear,
    onSuccess: () => enter(next),
    onError: (error) => (Object.keys(errorsOf(error)).length > 0 ? undefined : say(error)),
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!canPasskey) return setWithWallet(true)
    if (!join.isPending) join.mutate()
  }
  return (
    <div className="account-ways">
      <form className="form" onSubmit={onSubmit}>
        <NameFields names={names} errors={errorsOf(join.error)} onChange={setNames} />
        {canPasskey && (
          <button type="submit" className="btn pri wide" disabled={join.isPending}>
            <Icon name="key" size="sm" />
            {join.isPending ? 'Check your device …' : 'Join with a passkey'}
          </button>
        )}
      </form>
      <FormError>{words}</FormError>
      {withWallet ? (
        <WalletSignIn onEntered={() => enter(next)} names={names.name && names.handle ? names : undefined} />
      ) : (
        <button type="button" className="btn sec wide" onClick={() => setWithWallet(true)}>
          <Icon name="wallet" size="sm" />
          Use a browser wallet
        </button>
      )}
    </div>
  )
}

function errorsOf(error: unknown): Record<string, string> {
  return error instanceof ApiProblem && error.type === 'profiles/handle-taken' ? { handle: sentenceOf(error) } : fieldErrors(error)
}
