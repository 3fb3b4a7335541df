import { lazyRouteComponent } from '@tanstack/react-router'

export { live } from './live.ts'
export { routes } from './routes.ts'
export { tokenQuery } from './token-queries.ts'
export const TokenStrip = lazyRouteComponent(() => import('./token-strip.tsx'), 'TokenStrip')
