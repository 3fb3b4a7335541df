import { lazyRouteComponent } from '@tanstack/react-router'
import { lazy } from 'react'

export { beginPurchase } from './begin-purchase.ts'
export { BuyPassButton } from './buy-pass-button.tsx'
export { GetPass } from './get-pass.tsx'
export { live } from './live.ts'
export { PassCard } from './pass-card.tsx'
export { PassLine } from './pass-line.tsx'
export { refreshPasses } from './refresh-passes.ts'
export { routes } from './routes.ts'
export { tiersQuery } from './tiers-query.ts'
export const PassShelf = lazyRouteComponent(() => import('./pass-shelf.tsx'), 'PassShelf')
export const PassActions = lazyRouteComponent(() => import('./pages.ts'), 'Actions')
export const PassStudio = lazy(() => import('./pages.ts').then((pages) => ({ default: pages.Studio })))
export const Earned = lazy(() => import('./pages.ts').then((pages) => ({ default: pages.Earned })))
