import { useState } from 'react'
import { sentenceOf } from '../lib/problem.ts'
import { signOut } from '../lib/session.ts'
import { readTheme, setTheme, type Theme } from '../lib/theme.ts'
import type { IconName } from '../ui/icon.tsx'
import { toast } from '../ui/toast.ts'

export const themes: readonly { key: Theme; label: string; icon: IconName }[] = [
  { key: 'system', label: 'system', icon: 'screen' },
  { key: 'light', label: 'light', icon: 'sun' },
  { key: 'dark', label: 'dark', icon: 'moon' },
]

/** The theme of this browser, and how to choose another. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, set] = useState(readTheme)
  const choose = (next: Theme) => {
    setTheme(next)
    set(next)
  }
  return [theme, choose]
}

export const leave = (): void => void signOut().catch((error: unknown) => toast(sentenceOf(error)))
