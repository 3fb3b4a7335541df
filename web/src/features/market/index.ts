import { lazyRouteComponent } from '@tanstack/react-router'

export { hearMarket, marketSorts, marketTabs } from './market-queries.ts'
export const MarketPage = lazyRouteComponent(() => import('./market-page.tsx'), 'MarketPage')
export const PassPage = lazyRouteComponent(() => import('./pass-page.tsx'), 'PassPage')
