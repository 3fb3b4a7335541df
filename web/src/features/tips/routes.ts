import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { under } from '../../lib/root-route.ts'
import { defined, oneOf } from '../../lib/search.ts'

const tips = createRoute({
  getParentRoute: under,
  path: '/tips',
  validateSearch: (search) => defined({ side: oneOf(search['side'], ['given'] as const) }),
  component: lazyRouteComponent(() => import('./tips-page.tsx'), 'TipsPage'),
})

export const routes = [tips] as const
