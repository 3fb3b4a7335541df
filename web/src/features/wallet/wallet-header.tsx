import { PageHeader } from '../../ui/header.tsx'
import { Link } from '../../ui/link.tsx'

const tabs = [
  { key: 'passes', to: '/wallet', label: 'Passes' },
  { key: 'tokens', to: '/wallet/tokens', label: 'Tokens' },
  { key: 'market', to: '/wallet/market', label: 'Market' },
  { key: 'activity', to: '/wallet/activity', label: 'Activity' },
] as const

/** The wallet is one place with four pages: what is held, what it is worth, what is for sale, and what came and went. */
export const WalletHeader = ({ now }: { now: (typeof tabs)[number]['key'] }) => (
  <>
    <PageHeader title="Wallet" />
    <nav className="tabbar" aria-label="Wallet">
      {tabs.map(({ key, to, label }) => (
        <Link key={key} to={to} now={key === now}>
          {label}
        </Link>
      ))}
    </nav>
  </>
)
