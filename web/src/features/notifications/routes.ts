import { createRoute } from '@tanstack/react-router'
import { page } from '../../lib/page.tsx'
import { under } from '../../lib/root-route.ts'
import { defined, oneOf } from '../../lib/search.ts'

const notifications = createRoute({
  getParentRoute: under,
  path: '/notifications',
  validateSearch: (search) => defined({ tab: oneOf(search['tab'], ['interactions', 'passes', 'money', 'system'] as const) }),
  component: page(() => import('./notifications-page.tsx'), 'NotificationsPage'),
})

export const routes = [notifications] as const
