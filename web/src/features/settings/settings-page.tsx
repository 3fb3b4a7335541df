import { useParams } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { useMe } from '../../lib/session.ts'
import { PageHeader } from '../../ui/header.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { NeedsAccount, SecuritySettings } from '../accounts/index.ts'
import { MessageSettings } from '../messages/index.ts'
import { BlockedList, MutedList } from '../safety/index.ts'
import { TokenStrip } from '../tokens/index.ts'
import { WalletSettings } from '../wallet/index.ts'
import { AccountSettings } from './account-settings.tsx'
import { AppearanceSettings } from './appearance-settings.tsx'
import { PrivacySettings } from './privacy-settings.tsx'
import { ProfileSettings } from './profile-settings.tsx'

const sections: { key: string; label: string; line: string; icon: IconName; page: () => ReactNode }[] = [
  { key: 'profile', label: 'Profile', line: 'Name, words, pictures, links', icon: 'user', page: () => <ProfileSettings /> },
  { key: 'account', label: 'Account', line: 'Email and password', icon: 'key', page: () => <AccountSettings /> },
  { key: 'security', label: 'Security', line: 'Where you are signed in', icon: 'shield', page: () => <SecuritySettings /> },
  { key: 'wallet', label: 'Wallet', line: 'What holds your passes', icon: 'wallet', page: () => <Wallets /> },
  { key: 'privacy', label: 'Privacy', line: 'What others can see', icon: 'lock', page: () => <Privacy /> },
  { key: 'blocked', label: 'Blocked and muted', line: 'Whom you want nothing of', icon: 'shield', page: () => <Shunned /> },
  { key: 'appearance', label: 'Appearance', line: 'Light, dark or as your system', icon: 'moon', page: () => <AppearanceSettings /> },
]

export function SettingsPage() {
  const { section } = useParams({ strict: false }) as { section?: string }
  const now = sections.find((one) => one.key === section)
  return (
    <>
      <PageHeader title={now ? now.label : 'Settings'} back={Boolean(now)} />
      <NeedsAccount why="to change your settings">{now ? <Suspense>{now.page()}</Suspense> : <Overview />}</NeedsAccount>
    </>
  )
}

/** A wallet is also where one's own token can live. */
function Wallets() {
  const handle = useMe()?.handle
  return (
    <>
      <WalletSettings />
      {handle && <TokenStrip handle={handle} />}
    </>
  )
}

const Privacy = () => (
  <>
    <PrivacySettings />
    <MessageSettings />
  </>
)

const Shunned = () => (
  <>
    <BlockedList />
    <MutedList />
  </>
)

const Overview = () => (
  <ul className="rows settings-overview">
    {sections.map(({ key, label, line, icon }) => (
      <li key={key}>
        <Link to="/settings/$section" params={{ section: key }}>
          <Icon name={icon} />
          <span>
            <b>{label}</b>
            <small>{line}</small>
          </span>
        </Link>
      </li>
    ))}
  </ul>
)
