import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { under } from '../../lib/root-route.ts'
import { Loading } from '../../ui/skeletons.tsx'

const portfolio = createRoute({
  getParentRoute: under,
  path: '/portfolio',
  component: lazyRouteComponent(() => import('./portfolio-page.tsx'), 'PortfolioPage'),
  pendingComponent: Loading,
})
const statements = createRoute({
  getParentRoute: under,
  path: '/statements',
  component: lazyRouteComponent(() => import('./statement-page.tsx'), 'StatementPage'),
  pendingComponent: Loading,
})

export const routes = [portfolio, statements] as const
