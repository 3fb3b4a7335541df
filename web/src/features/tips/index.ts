import { lazyRouteComponent } from '@tanstack/react-router'

export { live } from './live.ts'
export { routes } from './routes.ts'
export { TipButton, TipPostButton } from './tip-button.tsx'
export { tipCounts } from './tip-counts.ts'
export const TipLists = lazyRouteComponent(() => import('./tip-lists.tsx'), 'TipLists')
