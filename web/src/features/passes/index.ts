import { page } from '../../lib/page.tsx'
import { part } from '../../ui/part.tsx'

export { beginPurchase, buyPass } from './begin-purchase.ts'
export { BuyPassButton } from './buy-pass-button.tsx'
export const CreatorPasses = part(() => import('./creator-passes.tsx'), 'CreatorPasses')
export { GetPass } from './get-pass.tsx'
export { GetPassAction } from './get-pass-action.tsx'
export { live } from './live.ts'
export { PassCard } from './pass-card.tsx'
export { refreshPasses } from './refresh-passes.ts'
export { routes } from './routes.ts'
export { tiersQuery } from './tiers-query.ts'
export const PassShelf = page(() => import('./pass-shelf.tsx'), 'PassShelf')
export const PassActions = page(() => import('./pages.ts'), 'Actions')
export const PassStudio = part(() => import('./pages.ts'), 'Studio')
export const Earned = part(() => import('./pages.ts'), 'Earned')
