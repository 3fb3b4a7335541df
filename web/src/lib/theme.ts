import { kept } from './storage.ts'

const memory = kept('theme')
export type Theme = 'system' | 'light' | 'dark'

export function readTheme(): Theme {
  const chosen = memory.read()
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

/** Shown at once and kept for the next visit; `/theme.js` reads it before the first paint. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') {
    memory.write(null)
    delete document.documentElement.dataset['theme']
    return
  }
  memory.write(theme)
  document.documentElement.dataset['theme'] = theme
}
