export type Theme = 'system' | 'light' | 'dark'

export function readTheme(): Theme {
  const kept = typeof localStorage === 'undefined' ? null : localStorage.getItem('theme')
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

/** Shown at once and kept for the next visit; `/theme.js` reads it before the first paint. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') {
    localStorage.removeItem('theme')
    delete document.documentElement.dataset['theme']
    return
  }
  localStorage.setItem('theme', theme)
  document.documentElement.dataset['theme'] = theme
}
