import { useLocation, useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import { useBadges } from '../features/notifications/index.ts'
import { Icon } from '../ui/icon.tsx'
import { badgeText, type Place } from './places.ts'

/** One place of the navigation. Exactly one is marked, by the rule of places and not by the look of the address. */
export function NavLink({ place, onGo, children }: { place: Place; onGo?: () => void; children: ReactNode }) {
  const router = useRouter()
  const path = useLocation({ select: (location) => location.pathname })
  const badges = useBadges()
  const n = place.badge ? badges[place.badge] : 0
  const isHere = place.owns(path)
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onGo?.()
    void router.navigate({ href: place.to })
  }
  return (
    <a href={place.to} onClick={go} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
      <Icon name={place.icon} />
      {children}
      {n > 0 && (
        <span
          className="badge num"
          data-live={place.badge === 'streams' || undefined}
          role="img"
          aria-label={place.badge === 'streams' ? `${n} live` : `${n} unread`}
        >
          {badgeText(n)}
        </span>
      )}
    </a>
  )
}
