import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Icon } from '../../ui/icon.tsx'

const list = {
  queryKey: ['browser-wallets'],
  staleTime: 0,
  queryFn: () => import('../../lib/wallet/browser-wallet.ts').then((browser) => browser.browserWallets()),
}

/** One that was installed or woke up late is there without a reload. */
function followLate(queries: QueryClient): () => void {
  let isGone = false
  let stop = () => {}
  void import('../../lib/wallet/browser-wallet.ts').then(async ({ watchForWallets }) => {
    stop = await watchForWallets(() => void queries.invalidateQueries({ queryKey: list.queryKey }))
    if (isGone) stop()
  })
  return () => {
    isGone = true
    stop()
  }
}

/** The wallets that live in this browser, by their own names and pictures. */
export function BrowserWalletList({ busy, onChoose }: { busy: boolean; onChoose: (id: string) => void }) {
  const wallets = useQuery(list)
  const queries = useQueryClient()
  useEffect(() => followLate(queries), [queries])
  if (wallets.isPending)
    return (
      <p className="muted" role="status">
        Looking for wallets in this browser …
      </p>
    )
  if (!wallets.data?.length)
    return (
      <p className="muted">
        No wallet was found in this browser. An extension such as MetaMask or Rabby shows up here as soon as it is installed and awake.
      </p>
    )
  return (
    <ul className="wallet-list">
      {wallets.data.map(({ id, name, icon }) => (
        <li key={id}>
          <button type="button" disabled={busy} onClick={() => onChoose(id)}>
            {icon ? <img src={icon} alt="" width={28} height={28} /> : <Icon name="wallet" />}
            {name}
          </button>
        </li>
      ))}
    </ul>
  )
}
