import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { FormError } from '../../ui/notice.tsx'
import { BrowserWalletList } from './browser-wallet-list.tsx'
import { forgetWallets } from './forget-wallets.ts'
import { useWords } from './use-words.ts'

/** Links a wallet of this browser to the account by one signature, which costs nothing. */
export function LinkBrowserWallet({ onDone }: { onDone: () => void }) {
  const { words, say, clear } = useWords()
  const queries = useQueryClient()
  const link = useMutation({
    mutationFn: async (id: string) => {
      const { connectBrowserWallet, proveBrowserWallet } = await import('../../lib/wallet/browser-wallet.ts')
      return api('POST /api/me/wallets', { ...(await proveBrowserWallet(await connectBrowserWallet({ id }))), kind: 'browser' })
    },
    onMutate: clear,
    onSuccess: () => {
      forgetWallets(queries)
      onDone()
    },
    onError: say,
  })
  return (
    <div className="form">
      <BrowserWalletList busy={link.isPending} onChoose={(id) => link.mutate(id)} />
      {link.isPending && (
        <p className="muted" role="status">
          Check your wallet: it asks you to sign a sentence. That costs nothing.
        </p>
      )}
      <FormError>{words}</FormError>
    </div>
  )
}
