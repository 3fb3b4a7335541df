import { lazyRouteComponent } from '@tanstack/react-router'

export const LandingPage = lazyRouteComponent(() => import('./landing-page.tsx'), 'LandingPage')
export const WelcomePage = lazyRouteComponent(() => import('./welcome-page.tsx'), 'WelcomePage')
