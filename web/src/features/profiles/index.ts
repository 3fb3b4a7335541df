import { lazyRouteComponent } from '@tanstack/react-router'

export { About } from './about-lazy.ts'
export { type Crowd, crowdPages } from './crowd.ts'
export { ProfileSkeleton } from './profile-skeleton.tsx'
export { hearProfiles, profileQuery } from './profiles.ts'
export { type Tab, tabNames } from './tab-names.ts'
export const ProfilePage = lazyRouteComponent(() => import('./profile-page.tsx'), 'ProfilePage')
export const CrowdPage = lazyRouteComponent(() => import('./crowd-page.tsx'), 'CrowdPage')
