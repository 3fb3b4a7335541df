import { useLocation, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '../../lib/session.ts'
import { type Unlocking, unlocking } from './unlock.ts'

/** Pays for a post right where it is locked; a visitor finds the way in first. */
export function UnlockButton({ children, ...post }: Unlocking & { children: ReactNode }) {
  const me = useMe()
  const navigate = useNavigate()
  const next = useLocation({ select: (location) => location.href })
  const onClick = () => (me ? unlocking.set(post) : void navigate({ to: '/login', search: { next } }))
  return (
    <button type="button" className="btn" onClick={onClick}>
      {children}
    </button>
  )
}
