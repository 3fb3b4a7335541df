import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../lib/query.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Failure } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { toast } from '../../ui/toast.ts'
import { LinkBrowserWallet } from './link-browser-wallet.tsx'
import { MakeWallet } from './make-wallet.tsx'
import { WalletRow } from './wallet-row.tsx'

const list = read('GET /api/me/wallets', {})
type Way = 'instant' | 'browser'
const ways: Record<Way, { title: string; text: string }> = {
  instant: {
    title: 'Instant wallet',
    text: 'It is made on this device and closed with your passkey, or with a password that only you know. We keep it closed and cannot open it.',
  },
  browser: {
    title: 'Link a browser wallet',
    text: 'You sign one sentence to show that it is yours. That costs nothing and moves nothing.',
  },
}

/** The wallets of this account: what they hold opens posts, and the first one pays. */
export function WalletSettings() {
  const wallets = useQuery(list)
  const [way, setWay] = useState<Way | null>(null)
  if (wallets.error) return <Failure error={wallets.error} onRetry={() => void wallets.refetch()} />
  if (!wallets.data) return <Loading rows={1} />
  const { items } = wallets.data
  const onDone = () => {
    toast('Your wallet is linked')
    setWay(null)
  }
  return (
    <section className="set">
      <h2>Your wallets</h2>
      <p className="muted">
        {items.length === 0
          ? 'You have none yet, and need none to follow and to like. A wallet buys passes and holds them.'
          : 'What they hold opens posts for you. The one that pays is used unless you choose another.'}
      </p>
      {items.length > 0 && (
        <ul className="rows">
          {items.map((wallet) => (
            <WalletRow key={wallet.address} wallet={wallet} />
          ))}
        </ul>
      )}
      <div className="wallet-add">
        <button type="button" className={items.length === 0 ? 'btn pri' : 'btn sec'} onClick={() => setWay('instant')}>
          Create an instant wallet
        </button>
        <button type="button" className="btn sec" onClick={() => setWay('browser')}>
          Link a browser wallet
        </button>
      </div>
      {way && (
        <Dialog title={ways[way].title} onClose={() => setWay(null)}>
          <div className="form">
            <p>{ways[way].text}</p>
            {way === 'instant' ? <MakeWallet onDone={onDone} /> : <LinkBrowserWallet onDone={onDone} />}
          </div>
        </Dialog>
      )}
    </section>
  )
}
