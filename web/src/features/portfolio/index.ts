import { lazyRouteComponent } from '@tanstack/react-router'

export const PortfolioPage = lazyRouteComponent(() => import('./portfolio-page.tsx'), 'PortfolioPage')
export const StatementPage = lazyRouteComponent(() => import('./statement-page.tsx'), 'StatementPage')
