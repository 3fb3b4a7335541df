import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../lib/api.ts'
import { ApiProblem, fieldErrors } from '../../lib/problem.ts'
import type { Entered } from '../../lib/session.ts'
import type { SignedMessage } from '../../lib/wallet/siwe.ts'
import { FormError } from '../../ui/notice.tsx'
import { BrowserWalletList, useWords } from '../wallet/index.ts'
import { blankNames, NameFields, type Names } from './name-fields.tsx'

type Props = { onEntered: Entered; names?: Names | undefined; onNaming?: () => void }
type Attempt = { id: string } | { signed: SignedMessage; names: Names }

/** Signs in with a wallet of this browser. One that is new here becomes an account, once it has a name. */
export function WalletSignIn({ onEntered, names, onNaming }: Props) {
  const [signed, setSigned] = useState<SignedMessage | null>(null)
  const { words, say, clear } = useWords()
  const signIn = useMutation({
    mutationFn: async (attempt: Attempt) => {
      if ('signed' in attempt) return api('POST /api/sessions/wallet', { ...attempt.signed, ...attempt.names })
      const { connectBrowserWallet, proveBrowserWallet } = await import('../../lib/wallet/browser-wallet.ts')
      const proof = await proveBrowserWallet(await connectBrowserWallet({ id: attempt.id }))
      setSigned(proof)
      return api('POST /api/sessions/wallet', { ...proof, ...names })
    },
    onMutate: clear,
    onSuccess: onEntered,
    onError: (error) => (isUnknown(error) ? onNaming?.() : say(error)),
  })
  const isNew = signed !== null && (isUnknown(signIn.error) || signIn.variables === undefined || 'signed' in signIn.variables)
  return (
    <div className="form">
      {isNew && !names ? (
        <NewHere busy={signIn.isPending} error={signIn.error} onNames={(given) => signIn.mutate({ signed, names: given })} />
      ) : (
        <BrowserWalletList busy={signIn.isPending} onChoose={(id) => signIn.mutate({ id })} />
      )}
      {signIn.isPending && (
        <p className="muted small" role="status">
          Check your wallet: you sign one sentence that names this site. It costs nothing and moves nothing.
        </p>
      )}
      <FormError>{words}</FormError>
    </div>
  )
}

const isUnknown = (error: unknown): boolean => error instanceof ApiProblem && error.type === 'accounts/unknown-wallet'

function NewHere({ busy, error, onNames }: { busy: boolean; error: unknown; onNames: (names: Names) => void }) {
  const [names, setNames] = useState(blankNames)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onNames(names)
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      <p>This wallet is new here. Give yourself a name and it becomes your account.</p>
      <NameFields names={names} errors={fieldErrors(error)} onChange={setNames} />
      <button type="submit" className="btn pri wide" disabled={busy}>
        {busy ? 'One moment …' : 'Create account'}
      </button>
    </form>
  )
}
