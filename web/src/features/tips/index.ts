import { lazyRouteComponent } from '@tanstack/react-router'

export { TipButton, TipPostButton } from './tip-button.tsx'
export { hearTips, tipCounts } from './tip-counts.ts'
export const TipsPage = lazyRouteComponent(() => import('./tips-page.tsx'), 'TipsPage')
