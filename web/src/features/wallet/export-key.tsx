import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormError } from '../../ui/notice.tsx'
import { toast } from '../../ui/toast.ts'
import { useWords } from './use-words.ts'

/** Shows the private key to its owner, after plain words and the passkey or password; it is forgotten when the dialog closes. */
export function ExportKey({ address, onClose }: { address: string; onClose: () => void }) {
  const [password, setPassword] = useState<string | undefined>()
  const { words, say, clear } = useWords()
  const reveal = useMutation({
    mutationFn: async () => {
      const { instantKey } = await import('../../lib/wallet/instant-wallet.ts')
      return instantKey(address, password)
    },
    gcTime: 0,
    onMutate: clear,
    onSuccess: (key) => key === null && setPassword(''),
    onError: say,
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    reveal.mutate()
  }
  return (
    <Dialog title="Private key" onClose={onClose}>
      {reveal.data ? (
        <Key value={reveal.data} />
      ) : (
        <form className="form" onSubmit={onSubmit}>
          <p>
            Whoever has this key owns the wallet and everything in it, forever. Nobody of CoreFans will ever ask you for it. Show it only to
            keep a copy in a safe place or to move to another wallet.
          </p>
          {password !== undefined && (
            <TextField
              label="Wallet password"
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
          <FormError>{words}</FormError>
          <button type="submit" className="btn danger wide" disabled={reveal.isPending}>
            {reveal.isPending ? 'One moment …' : 'I am alone. Show it'}
          </button>
        </form>
      )}
    </Dialog>
  )
}

const Key = ({ value }: { value: string }) => (
  <div className="form">
    <p>Write it down or keep it in a password manager. Then close this.</p>
    <output className="wallet-secret num">{value}</output>
    <button
      type="button"
      className="btn sec wide"
      onClick={() => void navigator.clipboard.writeText(value).then(() => toast('Key copied. Clear your clipboard after use'))}
    >
      Copy
    </button>
  </div>
)
