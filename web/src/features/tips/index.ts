import { lazyRouteComponent } from '@tanstack/react-router'

export { coinOf, deedOf } from './pay-terms.ts'
export { TermsBill } from './terms-bill.tsx'
export { TipButton, TipPostButton } from './tip-button.tsx'
export { hearTips, tipCounts } from './tip-counts.ts'
export { TipHost } from './tip-host.tsx'
export const TipsPage = lazyRouteComponent(() => import('./tips-page.tsx'), 'TipsPage')
