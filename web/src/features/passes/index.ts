import { lazyRouteComponent } from '@tanstack/react-router'

export { beginPurchase } from './begin-purchase.ts'
export { BuyPassButton } from './buy-pass-button.tsx'
export { GetPass } from './get-pass.tsx'
export { PassCard } from './pass-card.tsx'
export { PassLine } from './pass-line.tsx'
export { refreshPasses } from './refresh-passes.ts'
export { tiersQuery } from './tiers-query.ts'
export const PassShelf = lazyRouteComponent(() => import('./pass-shelf.tsx'), 'PassShelf')
const pages = () => import('./pages.ts')
export const ClaimPage = lazyRouteComponent(pages, 'Claim')
export const MyPassesPage = lazyRouteComponent(pages, 'Mine')
export const PassDeeds = lazyRouteComponent(pages, 'Deeds')
export const StudioPassesPage = lazyRouteComponent(pages, 'Studio')
