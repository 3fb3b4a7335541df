import { lazyRouteComponent } from '@tanstack/react-router'

export { ActingBanner } from './acting-banner.tsx'
export { hearTeams } from './teams.ts'
export const TeamSettings = lazyRouteComponent(() => import('./team-settings.tsx'), 'TeamSettings')
