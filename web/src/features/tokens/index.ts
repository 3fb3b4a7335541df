import { lazyRouteComponent } from '@tanstack/react-router'

export { hearTokens } from './hear-tokens.ts'
export const TokenStrip = lazyRouteComponent(() => import('./token-strip.tsx'), 'TokenStrip')
export const TokenPage = lazyRouteComponent(() => import('./token-page.tsx'), 'TokenPage')
export const SolvencyPage = lazyRouteComponent(() => import('./solvency-page.tsx'), 'SolvencyPage')
