import { lazyRouteComponent } from '@tanstack/react-router'

export { hearBadges, hearNotifications, useBadges } from './notifications.ts'
export const NotificationsPage = lazyRouteComponent(() => import('./notifications-page.tsx'), 'NotificationsPage')
