import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { under } from '../../lib/root-route.ts'
import { defined, text } from '../../lib/search.ts'

const nextOf = (search: Record<string, unknown>) => defined({ next: text(search['next']) })
const login = createRoute({
  getParentRoute: under,
  path: '/login',
  validateSearch: nextOf,
  component: lazyRouteComponent(() => import('./enter-page.tsx'), 'LoginPage'),
})
const signup = createRoute({
  getParentRoute: under,
  path: '/signup',
  validateSearch: nextOf,
  component: lazyRouteComponent(() => import('./enter-page.tsx'), 'SignupPage'),
})

export const routes = [login, signup] as const
