import { lazyRouteComponent } from '@tanstack/react-router'

export { live } from './live.ts'
export { NeedsAccount } from './needs-account.tsx'
export { routes } from './routes.ts'
export const SecuritySettings = lazyRouteComponent(() => import('./security-settings.tsx'), 'SecuritySettings')
