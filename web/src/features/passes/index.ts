import { lazyRouteComponent } from '@tanstack/react-router'

export { BuyPassButton } from './buy-pass-button.tsx'
export { GetPass } from './get-pass.tsx'
export { PassCard } from './pass-card.tsx'
export { PassLine } from './pass-line.tsx'
export { refreshPasses } from './refresh-passes.ts'
export { tiersQuery } from './tiers-query.ts'
export { useBuyPass } from './use-buy-pass.ts'
export const PassDeeds = lazyRouteComponent(() => import('./pass-deeds.tsx'), 'PassDeeds')
export const ClaimPage = lazyRouteComponent(() => import('./claims/claim-page.tsx'), 'ClaimPage')
export const PassShelf = lazyRouteComponent(() => import('./pass-shelf.tsx'), 'PassShelf')
export const MyPassesPage = lazyRouteComponent(() => import('./my-passes-page.tsx'), 'MyPassesPage')
export const StudioPassesPage = lazyRouteComponent(() => import('./studio-passes-page.tsx'), 'StudioPassesPage')
