import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { under } from '../../lib/root-route.ts'

// What its address says is read by the page itself, so that no first visit carries its words.
const market = createRoute({
  getParentRoute: under,
  path: '/market',
  component: lazyRouteComponent(() => import('./market-page.tsx'), 'MarketPage'),
})
const pass = createRoute({
  getParentRoute: under,
  path: '/market/$collection/$tokenId',
  component: lazyRouteComponent(() => import('./pass-page.tsx'), 'PassPage'),
})

const mine = createRoute({
  getParentRoute: under,
  path: '/wallet/market',
  component: lazyRouteComponent(() => import('./my-market-page.tsx'), 'MyMarketPage'),
})

export const routes = [market, pass, mine] as const
