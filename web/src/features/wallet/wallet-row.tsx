import type { WalletView } from '@corefans/shared/contracts/accounts.ts'
import { useQuery } from '@tanstack/react-query'
import { useConfig } from '../../lib/session.ts'
import { loadEngine } from '../../lib/wallet/load-engine.ts'
import { Figure } from '../../ui/figure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { CopyAddress } from './copy-address.tsx'
import { FaucetButton } from './faucet-button.tsx'
import { WalletMenu } from './wallet-menu.tsx'

const kinds = { browser: 'Browser wallet', instant: 'Instant wallet', demo: 'Demo wallet' } as const

/** The balance as the chain says it now. */
export const balanceQuery = (address: string) => ({
  queryKey: ['balance', address],
  queryFn: async () => (await (await loadEngine()).balanceOf(address)).toString(),
})

/** One wallet: what it is, what it holds, and what can be done with it. */
export function WalletRow({ wallet }: { wallet: WalletView }) {
  const balance = useQuery(balanceQuery(wallet.address))
  const isDemo = useConfig()?.demo === true
  return (
    <li className="wallet">
      <span className="wallet-icon">
        <Icon name={wallet.kind === 'browser' ? 'wallet' : 'spark'} />
      </span>
      <div>
        <p className="wallet-text">
          <b>{kinds[wallet.kind]}</b>
          {wallet.primary && <span className="tag">Pays</span>}
        </p>
        <CopyAddress address={wallet.address} />
      </div>
      <div className="wallet-balance">
        <b className="num">{balance.data === undefined ? balance.error ? 'Unknown' : '…' : <Figure units={BigInt(balance.data)} />}</b>
        {isDemo && <FaucetButton address={wallet.address} />}
      </div>
      <WalletMenu wallet={wallet} />
    </li>
  )
}
