import type { ReactNode } from 'react'
import { type Unlocking, unlocking } from './unlock.ts'

/** Pays for a post right where it is locked. */
export const UnlockButton = ({ children, ...post }: Unlocking & { children: ReactNode }) => (
  <button type="button" className="btn" onClick={() => unlocking.set(post)}>
    {children}
  </button>
)
