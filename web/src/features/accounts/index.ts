import { lazyRouteComponent } from '@tanstack/react-router'

export { NeedsAccount } from './needs-account.tsx'
export const LoginPage = lazyRouteComponent(() => import('./enter-page.tsx'), 'LoginPage')
export const SignupPage = lazyRouteComponent(() => import('./enter-page.tsx'), 'SignupPage')
export const SecuritySettings = lazyRouteComponent(() => import('./security-settings.tsx'), 'SecuritySettings')
