import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { under } from '../../lib/root-route.ts'
import { defined, oneOf } from '../../lib/search.ts'

const notifications = createRoute({
  getParentRoute: under,
  path: '/notifications',
  validateSearch: (search) => defined({ tab: oneOf(search['tab'], ['interactions', 'passes', 'money', 'system'] as const) }),
  component: lazyRouteComponent(() => import('./notifications-page.tsx'), 'NotificationsPage'),
})

export const routes = [notifications] as const
