import type { WalletView } from '@corefans/shared/contracts/accounts.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { ApiProblem, sentenceOf } from '../../lib/problem.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.ts'
import { ExportKey } from './export-key.tsx'
import { forgetWallets } from './forget-wallets.ts'
import { shortAddress } from './short-address.ts'

/** What can be done with a wallet besides paying. */
export function WalletMenu({ wallet }: { wallet: WalletView }) {
  const [asked, setAsked] = useState<'export' | 'unlink' | null>(null)
  const { address } = wallet
  const change = useChange()
  return (
    <>
      <Menu label={`Options for wallet ${shortAddress(address)}`} button={<Icon name="dots" />}>
        {!wallet.primary && (
          <button
            type="button"
            role="menuitem"
            onClick={() =>
              change.mutate({ done: 'This wallet pays from now on', ask: () => api('PUT /api/me/wallets/:address/primary', { address }) })
            }
          >
            <Icon name="check" size="sm" /> Pay with this one
          </button>
        )}
        {wallet.kind === 'instant' && (
          <button type="button" role="menuitem" onClick={() => setAsked('export')}>
            <Icon name="key" size="sm" /> Show private key
          </button>
        )}
        <button type="button" role="menuitem" className="danger" onClick={() => setAsked('unlink')}>
          <Icon name="trash" size="sm" /> Unlink
        </button>
      </Menu>
      {asked === 'export' && <ExportKey address={address} onClose={() => setAsked(null)} />}
      {asked === 'unlink' && (
        <Confirm
          title="Unlink this wallet?"
          text={unlinkWords[wallet.kind]}
          yes="Unlink"
          onClose={() => setAsked(null)}
          onYes={() => {
            setAsked(null)
            change.mutate({ done: 'The wallet is unlinked', ask: () => api('DELETE /api/me/wallets/:address', { address }) })
          }}
        />
      )}
    </>
  )
}

const unlinkWords = {
  browser: 'The passes it holds stay in it, but open nothing for this account any more. You can link it again at any time.',
  instant: 'We forget its closed key with it. Unless you saved the private key, the wallet and all that it holds are lost for good.',
  demo: 'The passes it holds open nothing for this account any more.',
} as const

function useChange() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ ask }: { ask: () => Promise<unknown>; done: string }) => ask(),
    onSuccess: (_answer, { done }) => toast(done),
    onError: (error) =>
      toast(
        error instanceof ApiProblem && error.type === 'accounts/last-way-in'
          ? 'This wallet is the only way into your account. Add a passkey or a password first'
          : sentenceOf(error),
      ),
    onSettled: () => forgetWallets(queries),
  })
}
