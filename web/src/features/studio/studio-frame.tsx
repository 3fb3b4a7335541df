import { useLocation } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { PageHeader } from '../../ui/header.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { NeedsAccount } from '../accounts/index.ts'

const parts: readonly { to: '/studio' | '/studio/passes' | '/studio/earnings' | '/studio/team'; label: string; icon: IconName }[] = [
  { to: '/studio', label: 'Overview', icon: 'home' },
  { to: '/studio/passes', label: 'Passes', icon: 'ticket' },
  { to: '/studio/earnings', label: 'Earnings', icon: 'poll' },
  { to: '/studio/team', label: 'Team', icon: 'users' },
]

/** A page of the studio: its own navigation beside it where there is room, above it where there is not. */
export function StudioFrame({ title, why, children }: { title: string; why: string; children: ReactNode }) {
  const path = useLocation({ select: (location) => location.pathname })
  return (
    <div className="studio">
      <PageHeader title={title} />
      <nav className="studio-nav" aria-label="Studio">
        <ul>
          {parts.map(({ to, label, icon }) => (
            <li key={to}>
              <Link to={to} now={path === to}>
                <Icon name={icon} />
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="studio-page">
        <NeedsAccount why={why}>
          <Suspense fallback={<Loading rows={1} />}>{children}</Suspense>
        </NeedsAccount>
      </div>
    </div>
  )
}
