import { page } from '../../lib/page.tsx'

export { live } from './live.ts'
export { routes } from './routes.ts'
export { tokenQuery } from './token-queries.ts'
export const TokenStrip = page(() => import('./token-strip.tsx'), 'TokenStrip')
