import { type ReactNode, useState } from 'react'
import { useHydrated } from '../../lib/hydrated.ts'
import type { Entered } from '../../lib/session.ts'
import { hasPasskeys } from '../../lib/wallet/passkey-secret.ts'
import { Icon } from '../../ui/icon.tsx'
import { FormError } from '../../ui/notice.tsx'
import { usePasskeySignIn } from './use-passkey-sign-in.ts'
import { WalletSignIn } from './wallet-sign-in.tsx'

/** The ways in, best first: passkey, wallet, then what is given (email). A wallet that is new here takes the place alone. */
export function OtherWays({ onEntered, children }: { onEntered: Entered; children: ReactNode }) {
  const [withWallet, setWithWallet] = useState(false)
  const [isNaming, setNaming] = useState(false)
  return (
    <div className="account-ways">
      {!isNaming && <PasskeyWay onEntered={onEntered} />}
      {withWallet ? (
        <WalletSignIn onEntered={onEntered} onNaming={() => setNaming(true)} />
      ) : (
        <button type="button" className="btn sec wide" onClick={() => setWithWallet(true)}>
          <Icon name="wallet" size="sm" />
          Use a browser wallet
        </button>
      )}
      {!isNaming && (
        <>
          <p className="account-or">or with email</p>
          {children}
        </>
      )}
    </div>
  )
}

function PasskeyWay({ onEntered }: { onEntered: Entered }) {
  const passkey = usePasskeySignIn(onEntered)
  const canPasskey = !useHydrated() || hasPasskeys()
  if (!canPasskey) return null
  return (
    <>
      <button type="button" className="btn pri wide" disabled={passkey.isPending} onClick={() => passkey.mutate()}>
        <Icon name="key" size="sm" />
        {passkey.isPending ? 'Check your device …' : 'Continue with a passkey'}
      </button>
      <FormError>{passkey.words}</FormError>
    </>
  )
}
