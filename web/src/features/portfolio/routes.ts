import { createRoute } from '@tanstack/react-router'
import { page } from '../../lib/page.tsx'
import { movedTo, under } from '../../lib/root-route.ts'
import { Loading } from '../../ui/skeletons.tsx'

const portfolio = createRoute({
  getParentRoute: under,
  path: '/wallet/tokens',
  component: page(() => import('./portfolio-page.tsx'), 'PortfolioPage'),
  pendingComponent: Loading,
})
const statements = createRoute({
  getParentRoute: under,
  path: '/wallet/activity',
  component: page(() => import('./statement-page.tsx'), 'StatementPage'),
  pendingComponent: Loading,
})

export const routes = [portfolio, statements, movedTo('/portfolio', '/wallet/tokens'), movedTo('/statements', '/wallet/activity')] as const
