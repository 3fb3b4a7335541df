import { lazy } from 'react'

export { live } from './live.ts'
export { routes } from './routes.ts'
export { TipButton, TipPostButton } from './tip-button.tsx'
export { tipCounts } from './tip-counts.ts'
export const TipLists = lazy(() => import('./tip-lists.tsx').then((module) => ({ default: module.TipLists })))
