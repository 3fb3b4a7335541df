import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentenceOf } from '../lib/problem.ts'
import { type Me, signOut } from '../lib/session.ts'
import { readTheme, setTheme, type Theme } from '../lib/theme.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Menu } from '../ui/menu.tsx'
import { Name } from '../ui/name.tsx'
import { toast } from '../ui/toast.ts'

const themes: { key: Theme; label: string; icon: IconName }[] = [
  { key: 'system', label: 'Theme: system', icon: 'screen' },
  { key: 'light', label: 'Theme: light', icon: 'sun' },
  { key: 'dark', label: 'Theme: dark', icon: 'moon' },
]

/** What a phone's bar has no room for, and what is about the account: two taps from everywhere. */
const places: { to: string; label: string; icon: IconName }[] = [
  { to: '/market', label: 'Market', icon: 'market' },
  { to: '/portfolio', label: 'Portfolio', icon: 'wallet' },
  { to: '/statements', label: 'Statements', icon: 'poll' },
  { to: '/studio/passes', label: 'Your pass tiers', icon: 'ticket' },
  { to: '/settings', label: 'Settings', icon: 'gear' },
]

/** Who is signed in, and what is about them and not about the page. */
export function AccountChip({ me }: { me: Me }) {
  const navigate = useNavigate()
  return (
    <Menu
      label={`${me.name} @${me.handle}, account`}
      className="app-me"
      button={
        <>
          <Avatar person={me} size={40} />
          <span className="app-me-text">
            <b className="cut">
              <Name>{me.name}</Name>
            </b>
            <small className="cut">@{me.handle}</small>
          </span>
          <Icon name="dots" />
        </>
      }
    >
      <button type="button" role="menuitem" onClick={() => void navigate({ to: `/@${me.handle}` })}>
        <Icon name="user" />
        Profile
      </button>
      {places.map(({ to, label, icon }) => (
        <button key={to} type="button" role="menuitem" onClick={() => void navigate({ to })}>
          <Icon name={icon} />
          {label}
        </button>
      ))}
      <hr />
      <Themes />
      <hr />
      <button type="button" role="menuitem" onClick={() => void signOut().catch((error: unknown) => toast(sentenceOf(error)))}>
        <Icon name="out" />
        Sign out
      </button>
    </Menu>
  )
}

function Themes() {
  const [theme, set] = useState(readTheme)
  return themes.map(({ key, label, icon }) => (
    <button
      key={key}
      type="button"
      role="menuitemradio"
      aria-checked={theme === key}
      onClick={() => {
        setTheme(key)
        set(key)
      }}
    >
      <Icon name={icon} />
      {label}
    </button>
  ))
}
