import { createRoute } from '@tanstack/react-router'
import { page } from '../../lib/page.tsx'
import { under } from '../../lib/root-route.ts'
import { defined, text } from '../../lib/search.ts'

const nextOf = (search: Record<string, unknown>) => defined({ next: text(search['next']) })
const login = createRoute({
  getParentRoute: under,
  path: '/login',
  validateSearch: nextOf,
  component: page(() => import('./enter-page.tsx'), 'LoginPage'),
})
const signup = createRoute({
  getParentRoute: under,
  path: '/signup',
  validateSearch: nextOf,
  component: page(() => import('./enter-page.tsx'), 'SignupPage'),
})

export const routes = [login, signup] as const
