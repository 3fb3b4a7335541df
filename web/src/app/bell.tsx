import { useBadges } from '../features/notifications/index.ts'
import { useMe } from '../lib/session.ts'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { badgeText } from './places.ts'

/** Notifications on a phone, whose bar has no room for them: in the corner of every page's one header. */
export function Bell() {
  const me = useMe()
  const { notifications } = useBadges()
  if (!me) return null
  return (
    <nav className="app-bell" aria-label="Alerts">
      <Link to="/notifications" className="icb" aria-label={notifications > 0 ? `Notifications, ${notifications} unread` : 'Notifications'}>
        <Icon name="bell" />
        {notifications > 0 && (
          <span className="badge num" aria-hidden="true">
            {badgeText(notifications)}
          </span>
        )}
      </Link>
    </nav>
  )
}
