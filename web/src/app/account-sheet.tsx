import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import type { Me } from '../lib/session.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { Name } from '../ui/name.tsx'
import { leave, themes, useTheme } from './account-actions.ts'
import { NavLink } from './nav-link.tsx'
import { drawnIn } from './places.ts'
import { useViewer } from './use-viewer.ts'

/** Two taps from anywhere on a phone to whatever the bar has no room for. */
export function AccountSheet({ me }: { me: Me }) {
  const [isOpen, setOpen] = useState(false)
  const path = useLocation({ select: (location) => location.pathname })
  const places = drawnIn(useViewer(), 'account')
  return (
    <>
      <button
        type="button"
        className="app-bar-me"
        aria-haspopup="dialog"
        aria-label={`Me: ${me.name} @${me.handle}, account`}
        data-here={places.some((place) => place.owns(path)) || undefined}
        onClick={() => setOpen(true)}
      >
        <Avatar person={me} size={36} />
        <span aria-hidden="true">Me</span>
      </button>
      {isOpen && (
        <Dialog title="Me" onClose={() => setOpen(false)}>
          <div className="app-sheet">
            <div className="app-sheet-me">
              <Avatar person={me} size={56} />
              <span>
                <b>
                  <Name>{me.name}</Name>
                </b>
                <small>@{me.handle}</small>
              </span>
            </div>
            <nav aria-label="Account">
              <ul>
                {places.map((place) => (
                  <li key={place.to}>
                    <NavLink place={place} onGo={() => setOpen(false)}>
                      {place.label}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </nav>
            <Themes />
            <button type="button" className="btn sec" onClick={leave}>
              <Icon name="out" />
              Sign out
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}

function Themes() {
  const [theme, choose] = useTheme()
  return (
    <fieldset className="app-sheet-theme">
      <legend>Theme</legend>
      {themes.map(({ key, label, icon }) => (
        <label key={key}>
          <input type="radio" name="theme" checked={theme === key} onChange={() => choose(key)} />
          <Icon name={icon} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
