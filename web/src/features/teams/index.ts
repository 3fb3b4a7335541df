import { page } from '../../lib/page.tsx'
import { part } from '../../ui/part.tsx'

export { live } from './live.ts'

/** Loaded only by tabs that act for another account. */
export const ActingBanner = part(() => import('./acting-banner.tsx'), 'ActingBanner')
export const TeamSettings = page(() => import('./team-settings.tsx'), 'TeamSettings')
