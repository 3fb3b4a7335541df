import { part } from '../../ui/part.tsx'

export { live } from './live.ts'
export { routes } from './routes.ts'
export { TipButton, TipPostButton } from './tip-button.tsx'
export { tipCounts } from './tip-counts.ts'
export const TipLists = part(() => import('./tip-lists.tsx'), 'TipLists')
