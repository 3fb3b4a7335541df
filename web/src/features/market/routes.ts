import { createRoute } from '@tanstack/react-router'
import { page } from '../../lib/page.tsx'
import { under } from '../../lib/root-route.ts'

// What its address says is read by the page itself, so that no first visit carries its words.
const market = createRoute({
  getParentRoute: under,
  path: '/market',
  component: page(() => import('./market-page.tsx'), 'MarketPage'),
})
const pass = createRoute({
  getParentRoute: under,
  path: '/market/$collection/$tokenId',
  component: page(() => import('./pass-page.tsx'), 'PassPage'),
})

const mine = createRoute({
  getParentRoute: under,
  path: '/wallet/market',
  component: page(() => import('./my-market-page.tsx'), 'MyMarketPage'),
})

export const routes = [market, pass, mine] as const
