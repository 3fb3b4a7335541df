import { useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { LinkBrowserWallet } from './link-browser-wallet.tsx'
import { MakeWallet } from './make-wallet.tsx'

/** The two ways to a wallet, one tap each. */
export function WalletChoices({ onDone }: { onDone: () => void }) {
  const [way, setWay] = useState<'instant' | 'browser' | null>(null)
  if (way === 'instant') return <MakeWallet onDone={onDone} />
  if (way === 'browser') return <LinkBrowserWallet onDone={onDone} />
  return (
    <div className="wallet-ways">
      <button type="button" onClick={() => setWay('instant')}>
        <Icon name="spark" />
        <span>
          <b>Instant wallet</b>
          <small>Made here in a second. Your passkey opens it.</small>
        </span>
      </button>
      <button type="button" onClick={() => setWay('browser')}>
        <Icon name="wallet" />
        <span>
          <b>My browser wallet</b>
          <small>MetaMask, Rabby or another extension.</small>
        </span>
      </button>
    </div>
  )
}
