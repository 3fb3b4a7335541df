import { lazyRouteComponent } from '@tanstack/react-router'

export { hearTokens, tokenQuery } from './token-queries.ts'
export { TokenStrip } from './token-strip.tsx'
export { TradeHost } from './trade-host.tsx'
export const TokenPage = lazyRouteComponent(() => import('./token-page.tsx'), 'TokenPage')
export const SolvencyPage = lazyRouteComponent(() => import('./solvency-page.tsx'), 'SolvencyPage')
