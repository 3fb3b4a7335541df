import { useLocation, useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import { useBadges } from '../features/notifications/index.ts'
import { Icon } from '../ui/icon.tsx'
import { badgeText, type NavItem } from './nav-items.ts'

/** One place of the navigation. Exactly one is marked, by the rule of nav-items and not by the look of the address. */
export function NavLink({ item, children }: { item: NavItem; children: ReactNode }) {
  const router = useRouter()
  const path = useLocation({ select: (location) => location.pathname })
  const badges = useBadges()
  const n = item.badge ? badges[item.badge] : 0
  const isHere = item.owns(path)
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    void router.navigate({ href: item.to })
  }
  return (
    <a href={item.to} onClick={go} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
      <Icon name={item.icon} />
      {children}
      {n > 0 && (
        <span className="badge num" role="img" aria-label={`${n} unread`}>
          {badgeText(n)}
        </span>
      )}
    </a>
  )
}
