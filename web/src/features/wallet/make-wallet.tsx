import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { hasPasskeys } from '../../lib/wallet/passkey-secret.ts'
import { WalletProblem } from '../../lib/wallet/wallet-problem.ts'
import type { Secret } from '../../lib/wallet/wrap-key.ts'
import { FormError } from '../../ui/notice.tsx'
import { forgetWallets } from './forget-wallets.ts'
import { PasswordWallet } from './password-wallet.tsx'
import { useWords } from './use-words.ts'

type Props = { onDone: () => void }

/** Makes an instant wallet: closed by a passkey where the device can, else by a password. */
export function MakeWallet({ onDone }: Props) {
  const [byPassword, setByPassword] = useState(!hasPasskeys())
  const { words, say, clear } = useWords()
  const queries = useQueryClient()
  const make = useMutation({
    mutationFn: async (given: Secret | null) => {
      const [{ createInstantWallet }, { makeSecret }] = await Promise.all([
        import('../../lib/wallet/instant-wallet.ts'),
        import('../../lib/wallet/make-secret.ts'),
      ])
      return createInstantWallet(given ?? (await makeSecret()))
    },
    onMutate: clear,
    onSuccess: () => {
      forgetWallets(queries)
      onDone()
    },
    onError: async (error) => {
      if (error instanceof WalletProblem && error.code === 'wallet/no-prf') setByPassword(true)
      await say(error)
    },
  })
  return (
    <div className="form">
      {byPassword ? (
        <PasswordWallet busy={make.isPending} onPassword={(password) => make.mutate({ wrap: 'password', password })} />
      ) : (
        <>
          <button type="button" className="btn pri wide" disabled={make.isPending} onClick={() => make.mutate(null)}>
            {make.isPending ? 'Check your device …' : 'Create my wallet'}
          </button>
          <button type="button" className="link" onClick={() => setByPassword(true)}>
            Use a password instead of a passkey
          </button>
        </>
      )}
      <FormError>{words}</FormError>
    </div>
  )
}
