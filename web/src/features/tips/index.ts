import { lazyRouteComponent } from '@tanstack/react-router'

export { TipButton, TipPostButton } from './tip-button.tsx'
export { hearTips, tipCounts } from './tip-counts.ts'
export { TipHost } from './tip-host.tsx'
export const TipsPage = lazyRouteComponent(() => import('./tips-page.tsx'), 'TipsPage')
