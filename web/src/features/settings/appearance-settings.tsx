import { useState } from 'react'
import { readTheme, setTheme, type Theme } from '../../lib/theme.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'

const themes: { key: Theme; label: string; icon: IconName }[] = [
  { key: 'system', label: 'As my system', icon: 'screen' },
  { key: 'light', label: 'Light', icon: 'sun' },
  { key: 'dark', label: 'Dark', icon: 'moon' },
]

export function AppearanceSettings() {
  const [theme, set] = useState(readTheme)
  const choose = (next: Theme) => {
    setTheme(next)
    set(next)
  }
  return (
    <fieldset className="set">
      <legend>
        <h2>Theme</h2>
      </legend>
      <div className="chips">
        {themes.map(({ key, label, icon }) => (
          <label key={key} className="chip">
            <input type="radio" name="theme" checked={theme === key} onChange={() => choose(key)} />
            <Icon name={icon} size="sm" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
