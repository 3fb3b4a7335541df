import { useNavigate } from '@tanstack/react-router'
import type { Me } from '../lib/session.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Icon } from '../ui/icon.tsx'
import { Menu } from '../ui/menu.tsx'
import { Name } from '../ui/name.tsx'
import { leave, themes, useTheme } from './account-actions.ts'
import { drawnIn } from './places.ts'
import { useViewer } from './use-viewer.ts'

/** Who is signed in, and what is about them and not about the page. */
export function AccountChip({ me }: { me: Me }) {
  const navigate = useNavigate()
  const viewer = useViewer()
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
      {drawnIn(viewer, 'account').map(({ to, label, icon }) => (
        <button key={to} type="button" role="menuitem" onClick={() => void navigate({ to })}>
          <Icon name={icon} />
          {label}
        </button>
      ))}
      <hr />
      <Themes />
      <hr />
      <button type="button" role="menuitem" onClick={leave}>
        <Icon name="out" />
        Sign out
      </button>
    </Menu>
  )
}

function Themes() {
  const [theme, choose] = useTheme()
  return themes.map(({ key, label, icon }) => (
    <button key={key} type="button" role="menuitemradio" aria-checked={theme === key} onClick={() => choose(key)}>
      <Icon name={icon} />
      Theme: {label}
    </button>
  ))
}
