import { useQuery } from '@tanstack/react-query'
import { Icon } from '../../ui/icon.tsx'

const list = {
  queryKey: ['browser-wallets'],
  staleTime: 0,
  queryFn: () => import('../../lib/wallet/browser-wallet.ts').then((browser) => browser.browserWallets()),
}

/** The wallets that live in this browser, by their own names and pictures. */
export function BrowserWalletList({ busy, onChoose }: { busy: boolean; onChoose: (id: string) => void }) {
  const wallets = useQuery(list)
  if (wallets.isPending)
    return (
      <p className="muted" role="status">
        Looking for wallets in this browser …
      </p>
    )
  if (!wallets.data?.length)
    return (
      <p className="muted">
        No wallet was found in this browser. An extension such as MetaMask or Rabby shows up here once it is installed and the page is
        loaded again.
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
