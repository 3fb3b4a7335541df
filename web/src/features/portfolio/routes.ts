import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { movedTo, under } from '../../lib/root-route.ts'
import { Loading } from '../../ui/skeletons.tsx'

const portfolio = createRoute({
  getParentRoute: under,
  path: '/wallet/tokens',
  component: lazyRouteComponent(() => import('./portfolio-page.tsx'), 'PortfolioPage'),
  pendingComponent: Loading,
})
const statements = createRoute({
  getParentRoute: under,
  path: '/wallet/activity',
  component: lazyRouteComponent(() => import('./statement-page.tsx'), 'StatementPage'),
  pendingComponent: Loading,
})

export const routes = [portfolio, statements, movedTo('/portfolio', '/wallet/tokens'), movedTo('/statements', '/wallet/activity')] as const
